# Whole-page refusals, and the problems any form can have.

error-title = There is a problem
error-sign-in-title = Sign in first
error-sign-in-words = This page is for people who are signed in.
error-forbidden-title = You may not open this
error-forbidden-words = Your role does not include this. The person who runs Gatepass for your organisation can change that.
error-not-found-title = This page does not exist
error-not-found-words = The address may be mistyped, or the thing was removed.
error-gone-title = This is no longer here
error-gone-words = It was closed or it has run out.
error-conflict-title = Somebody changed this before you
error-conflict-words = Your change was not saved. Open the page again and look at the new state.
error-invalid-title = Something is missing or wrong
error-invalid-words = Go back and check what you filled in.
error-busy-title = Too much at once
error-busy-words = Nothing was lost. Wait a moment and try again.
error-internal-title = Something broke on our side
error-internal-words = It was written down and will be looked at. Your last action was not saved.
error-offline-title = No signal
error-offline-words = This page was not saved on this phone. It opens again when there is signal.
error-home = Go to the start page
error-again = Try again

error-required = Fill this in
error-too-long = This is too long
error-too-short = This is too short
error-email = Enter an e-mail address like name@example.com
error-date = Enter a real date, like 3 11 2026
error-date-past = Enter a date after today
error-date-future = Enter a date that is not after today
error-number = Enter a number
error-choice = Choose one of the answers
error-taken = This is already used
error-file-type = This kind of file cannot be used
error-file-size = This file is too big
