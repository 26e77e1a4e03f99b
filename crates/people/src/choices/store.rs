//! Every SQL statement about what can be chosen, and what it is called.
use kernel::access::{Actor, Level, People, Reach, Sites, matrix};
use kernel::db::Query;
use kernel::{AccountId, AnyId, OrgId, Result, Snapshot};

use super::model::{Choices, Thing};
use crate::persons::store::covers;

/// Whose names somebody reads: those which the own rights are about and, where no right is about a thing, those of
/// the people within reach.
pub struct Sight<'a> {
    org: OrgId,
    /// Nothing is out of sight: for the log, and for the rooms that say themselves who may look.
    everything: bool,
    /// Divisions are those of the people within reach, whatever else is known of the others.
    own_divisions: bool,
    account: Option<AccountId>,
    people: Option<&'a People>,
    sites: Option<Sites>,
    places: Option<People>,
    companies: Option<People>,
    structure: Option<People>,
}

impl<'a> Sight<'a> {
    pub fn of(actor: &Actor, people: Option<&'a People>) -> Self {
        Self {
            org: actor.org,
            everything: false,
            own_divisions: false,
            account: Some(actor.account),
            people,
            sites: Sites::of(actor, &matrix::SITES, Level::View),
            places: People::of(actor, &matrix::PLACEMENTS, Level::Edit),
            companies: People::of(actor, &matrix::COMPANIES, Level::View),
            structure: People::of(actor, &matrix::STRUCTURE, Level::View),
        }
    }

    /// What a record may be written to point to. Whoever manages a team knows every division and puts people into
    /// those of the own people only.
    pub fn for_records(actor: &Actor, people: &'a People) -> Self {
        Self { own_divisions: true, ..Self::of(actor, Some(people)) }
    }

    pub fn whole(org: OrgId) -> Self {
        Self {
            org,
            everything: true,
            own_divisions: false,
            account: None,
            people: None,
            sites: None,
            places: None,
            companies: None,
            structure: None,
        }
    }

    /// Begins with the things `t` of a kind that are in sight.
    fn things<'v>(&'v self, query: &mut Query<'v>, columns: &'static str, thing: Thing) {
        query.push("select ").push(columns).push(match thing {
            Thing::Company => " from company t where t.org_id = ",
            Thing::JobRole => " from job_role t where t.org_id = ",
            Thing::Division => " from division t where t.org_id = ",
            Thing::Site => " from site t where t.org_id = ",
            Thing::Team => " from team t where t.org_id = ",
            Thing::Group => " from people_group t where t.org_id = ",
        });
        query.bind(&self.org);
        if self.everything {
            return;
        }
        match thing {
            Thing::Company => self.only_companies(query),
            Thing::Division => self.only_divisions(query),
            Thing::Site => self.only_sites(query),
            Thing::JobRole | Thing::Team | Thing::Group => self.only_structure(query, thing),
        }
    }

    /// Whether somebody within reach belongs to the thing `t`, as `link` says.
    fn of_people<'v>(&'v self, query: &mut Query<'v>, link: &'static str) {
        of_people(query, link, self.people);
    }

    /// Companies with people within reach, and those without people that the actor wrote down.
    fn only_companies<'v>(&'v self, query: &mut Query<'v>) {
        let reach = self.companies.as_ref().or(self.people);
        if self.companies.as_ref().is_some_and(People::is_all) {
            return;
        }
        query.push(" and (");
        of_people(query, "p.company_id = t.id", reach);
        if let Some(reach) = reach {
            query.push(" or ").any_of("t.id", &reach.companies);
        }
        query.push(" or (t.made_by = ").bind(&self.account).push(
            " and not exists (select 1 from person q where q.org_id = t.org_id and q.company_id = t.id)))",
        );
    }

    fn only_divisions<'v>(&'v self, query: &mut Query<'v>) {
        let all = [self.people, self.structure.as_ref().filter(|_| !self.own_divisions)];
        if all.iter().flatten().any(|it| it.is_all()) {
            return;
        }
        query.push(" and (t.is_default");
        for reach in all.into_iter().flatten() {
            query.push(" or ").any_of("t.id", &reach.divisions);
        }
        query.push(" or ");
        self.of_people(query, "p.division_id = t.id");
        query.push(")");
    }

    /// Whoever places the people of a division chooses among all sites of the organisation, and so reads their names.
    fn only_sites<'v>(&'v self, query: &mut Query<'v>) {
        let placer = self.places.as_ref();
        if placer.is_some_and(|it| it.is_all() || !it.divisions.is_empty()) {
            return;
        }
        match (self.sites.as_ref().map(Sites::only), placer) {
            (Some(None), _) => {}
            (Some(Some(only)), placer) => {
                query.push(" and (").any_of("t.id", only);
                if let Some(placer) = placer {
                    query.push(" or ").any_of("t.id", &placer.sites);
                }
                query.push(")");
            }
            (None, Some(placer)) => {
                query.push(" and ").any_of("t.id", &placer.sites);
            }
            (None, None) => {
                query.push(" and ");
                self.of_people(query, AT_SITE);
            }
        }
    }

    /// Job roles, teams and groups.
    fn only_structure<'v>(&'v self, query: &mut Query<'v>, thing: Thing) {
        match (thing, &self.structure) {
            (_, Some(own)) if own.is_all() => {}
            (Thing::JobRole, Some(_)) => {}
            (Thing::Team, Some(own)) => {
                query.push(" and ").any_of("t.division_id", &own.divisions);
            }
            (_, Some(own)) => {
                query.push(" and (t.division_id is null or ");
                query.any_of("t.division_id", &own.divisions).push(")");
            }
            (_, None) => {
                query.push(" and ");
                self.of_people(
                    query,
                    match thing {
                        Thing::JobRole => "p.job_role_id = t.id",
                        Thing::Team => IN_TEAM,
                        _ => IN_GROUP,
                    },
                );
            }
        }
    }
}

const AT_SITE: &str =
    "p.id in (select x.person_id from placement x where x.org_id = t.org_id and x.site_id = t.id)";
const IN_TEAM: &str = "p.id in (select x.person_id from team_member x where x.org_id = t.org_id and x.team_id = t.id)";
const IN_GROUP: &str = "p.id in (select x.person_id from group_member x where x.org_id = t.org_id and x.group_id = t.id)";

fn of_people<'v>(query: &mut Query<'v>, link: &'static str, reach: Option<&'v People>) {
    let Some(reach) = reach else {
        query.push("1 = 0");
        return;
    };
    query.push("exists (select 1 from person p where p.org_id = t.org_id and ").push(link);
    query.push(" and ");
    covers(query, reach);
    query.push(")");
}

/// What can be chosen of one kind, at most 500, by name.
pub fn choices(db: &Snapshot<'_>, sight: &Sight<'_>, thing: Thing) -> Result<Choices> {
    listed(db, sight, thing, "")
}

/// The groups that people can be picked for.
pub fn picked(db: &Snapshot<'_>, sight: &Sight<'_>) -> Result<Choices> {
    listed(db, sight, Thing::Group, " and t.kind = 'picked'")
}

fn listed(
    db: &Snapshot<'_>,
    sight: &Sight<'_>,
    thing: Thing,
    more: &'static str,
) -> Result<Choices> {
    let mut query = Query::new("");
    sight.things(&mut query, "t.id, t.name", thing);
    query.push(match thing {
        Thing::Company => " and t.state = 'active'",
        Thing::Site => " and t.active",
        _ => more,
    });
    query.push(" order by t.folded limit 500");
    db.rows(&query, |row| {
        let id: AnyId = row.get(0)?;
        Ok((id.to_string(), row.get(1)?))
    })
}

/// Where an actor may place people: what is offered is what placing takes.
pub fn placeable(db: &Snapshot<'_>, actor: &Actor) -> Result<Choices> {
    let Some(reach) = People::of(actor, &matrix::PLACEMENTS, Level::Edit) else {
        return Ok(Choices::new());
    };
    let everywhere = reach.is_all() || !reach.divisions.is_empty();
    let active = sites::active(db, actor.org)?.into_iter();
    let offered = active.filter(|(id, _)| everywhere || reach.sites.contains(id));
    Ok(offered.map(|(id, name)| (id.to_string(), name)).collect())
}

/// What these are called, each in its place; none for what is not there or out of sight. One statement.
pub fn names(
    db: &Snapshot<'_>,
    sight: &Sight<'_>,
    wanted: &[(Thing, AnyId)],
) -> Result<Vec<Option<String>>> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::new("select ");
    for (at, (thing, id)) in wanted.iter().enumerate() {
        query.push(if at == 0 { "(" } else { ", (" });
        sight.things(&mut query, "t.name", *thing);
        query.push(" and t.id = ").bind(id).push(")");
    }
    let found = db.rows(&query, |row| (0..wanted.len()).map(|at| row.get(at)).collect())?;
    Ok(found.into_iter().next().unwrap_or_default())
}

/// Which of these are in sight, with their names, by name.
pub fn called(
    db: &Snapshot<'_>,
    sight: &Sight<'_>,
    thing: Thing,
    ids: &[AnyId],
) -> Result<Vec<(AnyId, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::new("");
    sight.things(&mut query, "t.id, t.name", thing);
    query.push(" and ").any_of("t.id", ids).push(" order by t.folded, t.id");
    db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The ids of things by their folded names, as far as they are in sight.
pub fn by_name(
    db: &Snapshot<'_>,
    sight: &Sight<'_>,
    thing: Thing,
    folded: &[String],
) -> Result<Vec<AnyId>> {
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::new("");
    sight.things(&mut query, "t.id", thing);
    query.push(" and ").any_of("t.folded", folded).push(" order by t.id");
    db.rows(&query, |row| row.get(0))
}
