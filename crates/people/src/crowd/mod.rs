//! A crowd of believable people, made quickly: the same ones every time.
mod store;

use kernel::field::fold;
use kernel::{CompanyId, Date, JobRoleId, OrgId, PersonId, Result, SiteId, Tx};

pub use self::store::everybody;
use crate::fixtures::World;
use crate::persons::store::tally_all;

/// The people of the pictures: name, job role, company.
const CAST: [(&str, &str, &str); 14] = [
    ("Daniel Okafor", "Scaffolder", "Northgate Scaffolding"),
    ("Marta Kowalczyk", "Electrician", "Brightline Electrical"),
    ("Tom Hughes", "Roofer", "Hughes & Son Roofing"),
    ("Ana Ribeiro", "Electrician", "Brightline Electrical"),
    ("Lukas Meier", "Crane operator", "Kranwerk Lifting"),
    ("Priya Nair", "Pipe fitter", "Clearflow Mechanical"),
    ("Jack Doyle", "Scaffolder", "Northgate Scaffolding"),
    ("Sofia Rossi", "Cleaner", "Atlas Cleaning"),
    ("Ibrahim Yusuf", "Welder", "Clearflow Mechanical"),
    ("Grace Bennett", "Slinger / signaller", "Kranwerk Lifting"),
    ("Owen Price", "Roofer", "Hughes & Son Roofing"),
    ("Chloé Martin", "Supervisor", "Atlas Cleaning"),
    ("Viktor Novák", "Electrician", "Brightline Electrical"),
    ("Hannah Schmidt", "Surveyor", "Kranwerk Lifting"),
];

const FIRST: &str = "Aaron Adaeze Agnieszka Ahmed Aisha Alan Aleksandra Alice Amina Amir Andrei Anna Anton Aoife \
    Ayşe Beatriz Ben Bianca Bjørn Bogdan Callum Carlos Catherine Charlotte Chen Chidi Clara Claire Cristina Damian \
    Daria David Diego Dmitri Edith Eilidh Elena Elif Emeka Emma Erik Ewa Fatima Felix Fiona Francesca Gabriel George \
    Georgia Gareth Hamza Hana Harry Helena Hiro Hugo Imran Ines Irina Isaac Isla Ivan Jacek Jakub James Jan Jasmine \
    Joana Joseph Julia Kamil Karolina Kasia Kofi Kwame Lars Laura Leon Liam Lucia Luca Łukasz Maciej Magda Malik \
    Marco Maria Marek Mateo Megan Mei Mohammed Nadia Natalia Nia Niamh Noah Olga Olivia Omar Oskar Patricia Paul \
    Pavel Pedro Petra Piotr Rafael Rania Rebecca Rhys Robert Rosa Ruth Ryan Samuel Sara Sean Selin Simon Sofie Stefan \
    Svetlana Tariq Tatiana Teresa Thomas Tunde Uma Valentina Vera Victor Wanda Wei William Xin Yara Yusuf Zara Zofia";
const LAST: &str = "Abbott Adeyemi Ahmed Allen Andersson Armstrong Baker Barnes Bauer Becker Bell Bianchi Brown Byrne \
    Campbell Carter Chen Clarke Cohen Collins Conti Cooper Costa Cruz Dąbrowski Davies Diaz Dubois Eriksen Evans \
    Fernández Ferrari Fischer Foster Fraser García Gibson Gomes González Graham Grant Green Grünwald Hall Hansen \
    Harris Hassan Hill Hoffmann Horvat Hughes Hussain Ivanov Jackson Jansen Johansson Jones Kaczmarek Kamiński Kaya \
    Kelly Khan Kim King Klein Kovač Kowalski Kumar Larsen Lee Lewandowski Lewis Lindqvist López Lynch MacDonald Malik \
    Marino Martin Mazur Mensah Meyer Mitchell Moore Morales Moreau Morgan Müller Murphy Nguyen Nielsen Novak Nowak \
    O'Brien Okeke Olsen Osei Owusu Palmer Papadopoulos Patel Pereira Petrov Popescu Price Quinn Rahman Reid Ricci \
    Roberts Rodrigues Romano Ross Santos Schneider Schulz Scott Sharma Silva Singh Sokolov Stewart Suzuki Svensson \
    Szymański Taylor Thomas Torres Turner Van Vargas Vasquez Wagner Walker Wang Ward Watson Weber White Williams \
    Wilson Wiśniewski Wood Wright Yildiz Young Zając Zhang Zieliński";
const ROLES: &str = "Banksman,Bricklayer,Carpenter,Cleaner,Concrete finisher,Crane operator,Electrician,Fork-lift driver,\
    Glazier,Ground worker,Joiner,Labourer,Painter,Pipe fitter,Plasterer,Plumber,Rigger,Roofer,Scaffolder,\
    Slinger / signaller,Steel erector,Supervisor,Surveyor,Welder";
const PLACES: &str = "Albion Ashford Atlas Beacon Birchwood Blackmore Bridgewater Calder Castle Clyde Crown Dalton Delta \
    Eastgate Falcon Fenwick Forth Granite Greenfield Harlow Heron Highfield Ironbridge Juniper Kestrel Kingsway Lakeside \
    Linden Meridian Merlin Millbrook Northfield Oakley Orion Pennine Phoenix Quayside Redwood Riverside Saxon Severn \
    Sterling Summit Tamar Thornbury Trident Union Vanguard Westbrook Wharfedale";
const TRADES: &str = "Access,Brickwork,Building Services,Carpentry,Civils,Cladding,Cleaning,Coatings,Concrete,Demolition,\
    Drainage,Drylining,Electrical,Fabrication,Flooring,Formwork,Glazing,Groundworks,Insulation,Joinery,Landscapes,\
    Lifting,Mechanical,Painting,Paving,Piling,Plant Hire,Plastering,Plumbing,Roofing,Scaffolding,Security,Steelwork,\
    Surfacing,Surveys,Tiling,Tunnelling,Utilities,Ventilation,Welding";

/// People of one statement. More make it no faster.
const ROWS: usize = 500;

/// A thing people point to, with the text it is sorted by.
struct Known<I> {
    id: I,
    folded: String,
}

/// Fills the harbour with `number` people more: first the ones of the pictures, who work at the gate, then a crowd.
pub fn crowd(tx: &mut Tx<'_>, world: &World, number: usize) -> Result<()> {
    let (roles, companies) = (job_roles(tx, world.org)?, companies(tx, world.org, number)?);
    let cast: Vec<Fresh> = CAST
        .iter()
        .take(number)
        .enumerate()
        .map(|(at, (name, role, company))| {
            let find = |folded: &str, list: &[String]| list.iter().position(|it| it == folded);
            let role = find(&fold(role), &folded(&roles));
            let company = find(&fold(company), &folded(&companies));
            let (first, last) = name.split_once(' ').unwrap_or((name, ""));
            let mut fresh = Fresh::new(at, first, last, role.unwrap_or_default(), company);
            fresh.email = Some(format!("{}.{}@people.example", fold(first), letters(last)));
            fresh.contractor = true;
            fresh
        })
        .collect();
    let mut writing = Writing { world, roles: &roles, companies: &companies, made: 0 };
    let ids = writing.insert(tx, &cast)?;
    place(tx, world.org, world.gate, &ids)?;
    let (first, last) = (sorted(FIRST.split_whitespace()), sorted(LAST.split_whitespace()));
    let rest = number - cast.len();
    let names = first.len() * last.len();
    let mut people = Vec::with_capacity(ROWS);
    for at in 0..rest {
        // Evenly over all names and in their order, so that the tables grow at their ends.
        let name = at * names / rest;
        let (first, last) = (first[name / last.len()], last[name % last.len()]);
        let company = (at % 5 != 0).then(|| mixed(at) % companies.len());
        people.push(Fresh::new(at, first, last, mixed(at + 7) % roles.len(), company));
        if people.len() == ROWS || at + 1 == rest {
            writing.insert(tx, &people)?;
            people.clear();
        }
    }
    let contractors = cast.len() + (0..rest).filter(|at| at % 5 != 0).count();
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    tally_all(tx, world.org, [count(number - contractors), count(contractors), 0])
}

/// Scattered, and the same every time.
fn mixed(at: usize) -> usize {
    (at.wrapping_mul(2_654_435_761) >> 7) & 0xff_ffff
}

fn sorted<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_by_cached_key(|it| fold(it));
    words
}

fn folded<I>(list: &[Known<I>]) -> Vec<String> {
    list.iter().map(|it| it.folded.clone()).collect()
}

fn letters(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Somebody before the database knows them.
struct Fresh {
    contractor: bool,
    name: String,
    folded: String,
    email: Option<String>,
    external_id: Option<String>,
    start: Option<Date>,
    role: usize,
    company: Option<usize>,
}

impl Fresh {
    fn new(at: usize, first: &str, last: &str, role: usize, company: Option<usize>) -> Self {
        let name = format!("{first} {last}");
        let small = |it: usize| i8::try_from(it).unwrap_or(1);
        let year = 2015 + i16::try_from(at * 7 % 11).unwrap_or_default();
        let email = format!("{}.{}{at}@people.example", letters(first), letters(last));
        Self {
            contractor: company.is_some(),
            folded: fold(&name),
            name,
            email: (at % 10 != 9).then_some(email),
            external_id: company.is_none().then(|| format!("HW{at:07}")),
            start: Date::new(year, small(at * 5 % 12 + 1), small(at * 3 % 28 + 1)),
            role,
            company,
        }
    }
}

struct Writing<'w> {
    world: &'w World,
    roles: &'w [Known<JobRoleId>],
    companies: &'w [Known<CompanyId>],
    made: i64,
}

impl Writing<'_> {
    fn insert(&mut self, tx: &mut Tx<'_>, people: &[Fresh]) -> Result<Vec<PersonId>> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let now = tx.now();
        let house = tx.house();
        let ids: Vec<PersonId> = (0_i64..)
            .zip(people)
            .map(|(at, _)| PersonId::new(now.0 + (self.made + at) / 1000, house.random.bytes()))
            .collect();
        self.made += i64::try_from(people.len()).unwrap_or_default();
        let rows = people.iter().zip(&ids).map(|(it, id)| store::CrowdRow {
            id,
            kind: if it.contractor { "contractor" } else { "employee" },
            name: &it.name,
            folded: &it.folded,
            email: &it.email,
            external_id: &it.external_id,
            start: it.start.map(|it| it.to_string()),
            job_role: self.roles.get(it.role).map(|it| it.id),
            company: it.company.and_then(|at| self.companies.get(at)).map(|it| it.id),
            company_folded: it
                .company
                .and_then(|at| self.companies.get(at))
                .map_or("", |it| it.folded.as_str()),
        });
        let rows: Vec<_> = rows.collect();
        store::insert_crowd(tx, self.world.org, self.world.division, &rows)?;
        Ok(ids)
    }
}

fn job_roles(tx: &mut Tx<'_>, org: OrgId) -> Result<Vec<Known<JobRoleId>>> {
    let names: Vec<String> = ROLES.split(',').map(|it| it.trim().to_owned()).collect();
    let ids: Vec<JobRoleId> = names.iter().map(|_| tx.new_id()).collect();
    let known = store::insert_job_roles(tx, org, &ids, &names)?;
    Ok(known.into_iter().map(|(id, folded)| Known { id, folded }).collect())
}

/// Companies for a crowd: one for about forty people, at most 2,000.
fn companies(tx: &mut Tx<'_>, org: OrgId, number: usize) -> Result<Vec<Known<CompanyId>>> {
    let mut names: Vec<String> = CAST.iter().map(|it| it.2.to_owned()).collect();
    names.sort_unstable();
    names.dedup();
    let trades: Vec<&str> = TRADES.split(',').map(str::trim).collect();
    let places: Vec<&str> = PLACES.split_whitespace().collect();
    let wanted = (number / 40).clamp(12, 2000);
    for at in 0.. {
        if names.len() >= wanted || at == trades.len() * places.len() {
            break;
        }
        // 50 and 41 have no common divisor: every pair comes once.
        let trade = trades[at % trades.len()];
        let place = places[(at + at / trades.len()) % places.len()];
        let name = format!("{place} {trade}");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let ids: Vec<CompanyId> = names.iter().map(|_| tx.new_id()).collect();
    let known = store::insert_companies(tx, org, &ids, &names)?;
    Ok(known.into_iter().map(|(id, folded)| Known { id, folded }).collect())
}

fn place(tx: &mut Tx<'_>, org: OrgId, site: SiteId, people: &[PersonId]) -> Result<()> {
    for person in people {
        store::place(tx, org, site, *person)?;
    }
    Ok(())
}
