//! Every SQL statement about questions.
use kernel::db::{Fault, Query, Row};
use kernel::{Error, OrgId, Result, Snapshot, TemplateId, TemplateQuestionId, Tx};

use super::model::{Draft, Kind, Question};

fn read(row: &Row<'_>) -> Result<Question, Fault> {
    let (kind, choices): (String, String) = (row.get(2)?, row.get(7)?);
    Ok(Question {
        id: row.get(0)?,
        position: row.get(1)?,
        draft: Draft {
            kind: Kind::from_code(&kind).unwrap_or(Kind::Text),
            words: row.get(3)?,
            help: row.get(4)?,
            required: row.get(5)?,
            note_on: row.get(6)?,
            choices: choices.lines().map(str::to_owned).collect(),
            least: row.get(8)?,
            most: row.get(9)?,
            unit: row.get(10)?,
        },
    })
}

/// The questions of one version, in their order.
pub fn of(
    db: &Snapshot<'_>,
    org: OrgId,
    template: TemplateId,
    version: i64,
) -> Result<Vec<Question>> {
    let mut query = Query::new(
        "select id, position, kind, words, help, required, note_on, choices, least, most, unit
           from assessment_question where org_id = ",
    );
    query.bind(&org).push(" and template_id = ").bind(&template);
    query.push(" and version = ").bind(&version).push(" order by position, id");
    db.rows(&query, read)
}

/// The version that is being worked on. Where the last one is frozen, a copy of it is begun.
pub fn open(tx: &mut Tx<'_>, org: OrgId, template: TemplateId) -> Result<i64> {
    let (number, open): (i64, bool) = tx.one(
        "select number, published_at is null from assessment_version
          where org_id = $1 and template_id = $2 order by number desc limit 1",
        &[&org, &template],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if open {
        return Ok(number);
    }
    let (next, now) = (number + 1, tx.now());
    tx.run(
        "insert into assessment_version (org_id, template_id, number, made_at) values ($1, $2, $3, $4)",
        &[&org, &template, &next, &now],
    )?;
    for it in of(tx, org, template, number)? {
        put(tx, org, template, next, &it)?;
    }
    Ok(next)
}

fn put(
    tx: &mut Tx<'_>,
    org: OrgId,
    template: TemplateId,
    version: i64,
    it: &Question,
) -> Result<()> {
    let draft = &it.draft;
    tx.run(
        "insert into assessment_question (org_id, template_id, version, id, position, kind, words, help, required,
                                          note_on, choices, least, most, unit)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &[
            &org,
            &template,
            &version,
            &it.id,
            &it.position,
            &draft.kind.code(),
            &draft.words,
            &draft.help,
            &draft.required,
            &draft.note_on,
            &draft.choices.join("\n"),
            &draft.least,
            &draft.most,
            &draft.unit,
        ],
    )
    .map(drop)
}

/// A new question behind the others.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    template: TemplateId,
    draft: &Draft,
) -> Result<TemplateQuestionId> {
    let version = open(tx, org, template)?;
    let id: TemplateQuestionId = tx.new_id();
    let count: i64 = tx.one(
        "select count(*) from assessment_question where org_id = $1 and template_id = $2 and version = $3",
        &[&org, &template, &version],
        |row| row.get(0),
    )?;
    put(tx, org, template, version, &Question { id, position: count + 1, draft: draft.clone() })?;
    Ok(id)
}

pub fn update(
    tx: &mut Tx<'_>,
    org: OrgId,
    template: TemplateId,
    id: TemplateQuestionId,
    draft: &Draft,
) -> Result<()> {
    let version = open(tx, org, template)?;
    let changed = tx.run(
        "update assessment_question set words = $5, help = $6, required = $7, note_on = $8, choices = $9, least = $10,
                most = $11, unit = $12
          where org_id = $1 and template_id = $2 and version = $3 and id = $4",
        &[
            &org,
            &template,
            &version,
            &id,
            &draft.words,
            &draft.help,
            &draft.required,
            &draft.note_on,
            &draft.choices.join("\n"),
            &draft.least,
            &draft.most,
            &draft.unit,
        ],
    )?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Takes a question out; those behind it move up.
pub fn delete(
    tx: &mut Tx<'_>,
    org: OrgId,
    template: TemplateId,
    id: TemplateQuestionId,
) -> Result<()> {
    let version = open(tx, org, template)?;
    let gone = tx.run(
        "delete from assessment_question where org_id = $1 and template_id = $2 and version = $3 and id = $4",
        &[&org, &template, &version, &id],
    )?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    let rest = of(tx, org, template, version)?;
    let order: Vec<TemplateQuestionId> = rest.iter().map(|it| it.id).collect();
    arrange(tx, org, template, version, &order)
}

/// Puts the questions of the open version into this order.
pub fn arrange(
    tx: &mut Tx<'_>,
    org: OrgId,
    template: TemplateId,
    version: i64,
    order: &[TemplateQuestionId],
) -> Result<()> {
    for (position, id) in (1_i64..).zip(order) {
        tx.run(
            "update assessment_question set position = $5
              where org_id = $1 and template_id = $2 and version = $3 and id = $4 and position <> $5",
            &[&org, &template, &version, id, &position],
        )?;
    }
    Ok(())
}
