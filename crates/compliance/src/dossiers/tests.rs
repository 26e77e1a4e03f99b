//! A dossier says what the tables say, whatever happened.
use kernel::{OrgId, PersonId};
use server::testing::{Town, town};

use super::{model, store};
use crate::rules::tests::{person, rule, send};
use crate::standings::store as tables;
use crate::standings::tests::settle;

/// Holds every dossier against the tables; gives how many there are.
fn agree(town: &Town) -> usize {
    let org: OrgId = town.world.org;
    town.read(move |db| {
        let rows = db.all(
            "select person_id, words from dossier where org_id = $1 order by person_id",
            &[&org],
            |row| Ok((row.get::<PersonId>(0)?, row.get::<Vec<u8>>(1)?)),
        )?;
        for (id, words) in &rows {
            let read = model::read(*id, words).expect("a dossier of this shape");
            let known = tables::load(db, org, &[*id], &[])?.pop().expect("a person");
            assert_eq!(read, known, "the dossier of {}", known.name);
        }
        Ok(rows.len())
    })
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_is_what_the_tables_say_after_every_change() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let emil = person(&town, "Emil Karlsson");
    let (site, _) = settle(&town, &emil);
    send(&mut owner, "/requirements", &rule(&town, "First aid at work")).await;
    while town.work() > 0 {}
    let everybody = agree(&town);
    assert!(everybody > 10, "{everybody} dossiers");
    let form = kernel::Fields::of([
        ("kind", "banned"),
        ("reason", "Climbed the fence"),
        ("until", "2027-01-31"),
    ]);
    send(&mut owner, &format!("/people/{emil}/bans"), &form).await;
    agree(&town);
    let closed =
        send(&mut owner, "/sites/deactivation", &kernel::Fields::of([("id", &*site)])).await;
    assert!(closed.status.is_redirection(), "{}", closed.text());
    assert_eq!(agree(&town), everybody, "nobody of a closed site keeps an old dossier");
    let archived =
        send(&mut owner, &format!("/people/{emil}/archive"), &kernel::Fields::default()).await;
    assert!(archived.status.is_redirection(), "{}", archived.text());
    agree(&town);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_dossier_is_missing_or_of_another_shape_the_tables_are_read() {
    let town = town();
    let org = town.world.org;
    let mut owner = town.enter("owner").await;
    send(&mut owner, "/requirements", &rule(&town, "First aid at work")).await;
    while town.work() > 0 {}
    let read = |town: &Town| {
        town.read(move |db| {
            let some = store::after(db, org, None, &[])?;
            Ok(some.into_iter().map(|it| (it.who, it.mark)).collect::<Vec<_>>())
        })
        .unwrap()
    };
    let before = read(&town);
    town.write(move |tx| {
        let strange = vec![0_u8, 1, 2];
        tx.run("update dossier set words = $2 where org_id = $1", &[&org, &strange]).map(drop)
    })
    .unwrap();
    let after = read(&town);
    assert_eq!(before.len(), after.len());
    for ((known, mark), (looked_up, none)) in before.iter().zip(&after) {
        assert_eq!(known, looked_up);
        assert!(mark.is_some() && none.is_none(), "and judged anew by the next walk");
    }
}
