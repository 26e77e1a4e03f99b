//! PostgreSQL: serializable writes that run again when another write came first.
use std::cell::RefCell;
use std::net::IpAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::conn::{Client, Conn};
use super::fault::{Fault, Kind};
use super::migrate::{self, Migration};
use super::{Snapshot, Tx, Verdict};
use crate::app::House;

/// How often a write is run again before its caller is told to come back later.
const TRIES: u32 = 40;

pub struct Postgres {
    pool: r2d2::Pool<Clients>,
}

impl Postgres {
    pub fn open(url: &str, migrations: &[Migration]) -> Result<Self, Fault> {
        let clients = Clients::of(url.parse()?)?;
        migrate::postgres(&mut clients.client()?, migrations)?;
        let pool = r2d2::Pool::builder()
            .max_size(16)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(10))
            .build(clients)?;
        Ok(Self { pool })
    }

    pub fn read<T>(
        &self,
        house: &House,
        look: impl FnOnce(&Snapshot<'_>) -> T,
    ) -> Result<T, Fault> {
        let mut client = Lent::take(&self.pool)?;
        client.batch("begin isolation level repeatable read read only")?;
        let cell = client.cell();
        let seen =
            catch_unwind(AssertUnwindSafe(|| look(&Snapshot::new(Conn::Postgres(cell), house))));
        cell.borrow_mut().batch("rollback")?;
        seen.map_err(|_| Fault::text("the look panicked".to_owned()))
    }

    pub fn write<T>(
        &self,
        house: &Arc<House>,
        work: impl Fn(&mut Tx<'_>) -> Verdict<T>,
    ) -> Result<T, Fault> {
        let mut client = Lent::take(&self.pool)?;
        let mut tried = 0;
        loop {
            match attempt(&mut client, house, &work) {
                Err(fault) if fault.kind == Kind::Rerun && tried < TRIES => {
                    tried += 1;
                    // Writers that met come back at different times, so that they do not meet again.
                    let [roll] = house.random.bytes::<1>();
                    let most = u64::from(1 + tried.min(6) * tried.min(6));
                    std::thread::park_timeout(Duration::from_millis(u64::from(roll) % (most * 2)));
                }
                other => return other,
            }
        }
    }
}

fn attempt<T>(
    client: &mut Lent,
    house: &Arc<House>,
    work: &impl Fn(&mut Tx<'_>) -> Verdict<T>,
) -> Result<T, Fault> {
    client.batch("begin isolation level serializable")?;
    let cell = client.cell();
    let mut tx = Tx::new(Snapshot::new(Conn::Postgres(cell), house));
    let verdict = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
    let wake = tx.wake.get();
    drop(tx);
    let mut client = cell.borrow_mut();
    match verdict {
        Ok(Verdict::Keep(kept)) => {
            if let Err(fault) = client.batch("commit") {
                drop(client.batch("rollback"));
                return Err(fault);
            }
            if wake {
                house.jobs.wake();
            }
            Ok(kept)
        }
        Ok(Verdict::Drop(seen)) => client.batch("rollback").map(|()| seen),
        Ok(Verdict::Rerun(fault)) => client.batch("rollback").and(Err(fault)),
        Err(_) => client.batch("rollback").and(Err(Fault::text("the handler panicked".to_owned()))),
    }
}

/// One connection beside the pool, which gives up soon when nobody answers.
pub fn connect(url: &str) -> Result<postgres::Client, Fault> {
    let mut config: postgres::Config = url.parse()?;
    config.connect_timeout(Duration::from_secs(5));
    Ok(Clients::of(config)?.client()?)
}

/// A client on loan from the pool.
struct Lent(r2d2::PooledConnection<Clients>);

impl Lent {
    fn take(pool: &r2d2::Pool<Clients>) -> Result<Self, Fault> {
        Ok(Self(pool.get()?))
    }
    fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        self.0.get_mut().batch(sql)
    }
    fn cell(&self) -> &RefCell<Client> {
        &self.0
    }
}

/// Makes connections.
struct Clients {
    config: postgres::Config,
    /// None for a server on this machine.
    tls: Option<MakeRustlsConnect>,
}

impl Clients {
    fn of(mut config: postgres::Config) -> Result<Self, Fault> {
        let tls = tls(&config)?;
        if tls.is_some() {
            config.ssl_mode(SslMode::Require);
        }
        Ok(Self { config, tls })
    }

    fn client(&self) -> Result<postgres::Client, postgres::Error> {
        match &self.tls {
            Some(tls) => self.config.connect(tls.clone()),
            None => self.config.connect(postgres::NoTls),
        }
    }
}

/// A server elsewhere is only spoken to over TLS, and must show a certificate for its name that this machine trusts.
fn tls(config: &postgres::Config) -> Result<Option<MakeRustlsConnect>, Fault> {
    let is_here = |host: &Host| match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
        }
        Host::Unix(_) => true,
    };
    if config.get_hosts().iter().all(is_here) {
        return Ok(None);
    }
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let client = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|it| Fault::other(Box::new(it)))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Some(MakeRustlsConnect::new(client)))
}

impl r2d2::ManageConnection for Clients {
    type Connection = RefCell<Client>;
    type Error = postgres::Error;

    fn connect(&self) -> Result<RefCell<Client>, postgres::Error> {
        Ok(RefCell::new(Client::new(self.client()?)))
    }
    fn is_valid(&self, client: &mut RefCell<Client>) -> Result<(), postgres::Error> {
        client.get_mut().raw().simple_query("").map(|_| ())
    }
    fn has_broken(&self, client: &mut RefCell<Client>) -> bool {
        client.get_mut().is_closed()
    }
}
