//! What somebody out of reach answered before they began work.
use kernel::{AccountId, AnyId, Result, Tx};
use people::fixtures::World;

use crate::subjects::Subjects;

impl Subjects {
    /// What somebody out of reach answered.
    pub fn assessed(&mut self, tx: &mut Tx<'_>, world: &World, owner: AccountId) -> Result<()> {
        let (org, now, person) = (world.org, tx.now(), self.ids["person"]);
        let (template, asked, id): (AnyId, AnyId, AnyId) = (tx.new_id(), tx.new_id(), tx.new_id());
        tx.run(
            "insert into assessment_template (org_id, id, kind, name, folded, site_id, expiry, state, made_at)
             values ($1, $2, 'risk', 'Crane check', 'crane check', $3, 'days:365', 'published', $4)",
            &[&org, &template, &world.yard, &now],
        )?;
        tx.run(
            "insert into assessment_approver (org_id, template_id, position, account_id) values ($1, $2, 0, $3)",
            &[&org, &template, &owner],
        )?;
        tx.run(
            "insert into assessment_version (org_id, template_id, number, made_at, published_at, published_by)
             values ($1, $2, 1, $3, $3, $4)",
            &[&org, &template, &now, &owner],
        )?;
        tx.run(
            "insert into assessment_question (org_id, template_id, version, id, position, kind, words, required)
             values ($1, $2, 1, $3, 1, 'photo', 'The crane', $4)",
            &[&org, &template, &asked, &true],
        )?;
        tx.run(
            "insert into assessment (org_id, id, template_id, version, person_id, site_id, started_at, started_by,
                                     submitted_at, submitted_by)
             values ($1, $2, $3, 1, $4, $5, $6, $7, $6, $7)",
            &[&org, &id, &template, &person, &world.yard, &now, &owner],
        )?;
        let hash = tx.house().blobs.put("a crane".as_bytes().to_vec())?;
        tx.run(
            "insert into assessment_answer (org_id, assessment_id, question_id, file_kind, hash, size, answered_at)
             values ($1, $2, $3, 'jpg', $4, 7, $5)",
            &[&org, &id, &asked, &hash, &now],
        )?;
        tx.run(
            "insert into assessment_reminder (org_id, assessment_id, days, made_at) values ($1, $2, 30, $3)",
            &[&org, &id, &now],
        )?;
        let decided = "insert into assessment_setting (org_id, hidden) values ($1, $2)";
        tx.run(decided, &[&org, &false])?;
        self.ids.extend([
            ("assessment_template", template),
            ("assessment_question", asked),
            ("assessment", id),
        ]);
        Ok(())
    }
}
