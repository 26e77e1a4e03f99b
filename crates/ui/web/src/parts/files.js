// Says which file was chosen. A side of a card comes from the camera or from the device: the later choice counts.
addEventListener('change', (event) => {
  const drop = event.target.matches('.drop input[type=file]') && event.target.closest('.drop');
  if (!drop) return;
  for (const other of drop.querySelectorAll('input[type=file]')) if (other !== event.target) other.value = '';
  const said = drop.querySelector('.drop-chosen') ?? document.createElement('p');
  said.className = 'drop-chosen';
  said.setAttribute('role', 'status');
  said.textContent = event.target.files[0]?.name ?? '';
  drop.append(said);
});
