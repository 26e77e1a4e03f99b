//! Connections: time-outs for those who dawdle, a graceful end for those who are at it.
use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::ConnectInfo;
use axum::{Extension, Router};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::Layer;

/// A connection must have sent its headers within this time.
const HEADERS: Duration = Duration::from_secs(5);
/// Answers under way may take so long after the house began to close.
const FAREWELL: Duration = Duration::from_secs(20);

/// An address the house listens at.
pub struct Listener {
    socket: TcpListener,
    pub address: SocketAddr,
}

impl Listener {
    pub async fn bind(address: SocketAddr) -> std::io::Result<Self> {
        let socket = TcpListener::bind(address).await?;
        let address = socket.local_addr()?;
        Ok(Self { socket, address })
    }
}

/// Serves until `end`, then lets the answers under way finish.
#[expect(
    clippy::disallowed_methods,
    reason = "a connection is a task; it ends with its visitor or the farewell"
)]
pub async fn serve(listener: Listener, routes: Router, end: impl Future<Output = ()>) {
    let mut server = Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEADERS).max_buf_size(64 * 1024);
    let open = GracefulShutdown::new();
    let mut end = std::pin::pin!(end);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut end => break,
            came = listener.socket.accept() => match came {
                Ok(came) => came,
                Err(error) => {
                    // Out of file handles, usually: others will close theirs.
                    tracing::warn!(%error, "could not take a connection");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        drop(stream.set_nodelay(true));
        let service = Extension(ConnectInfo(peer)).layer(routes.clone());
        let connection =
            server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = open.watch(connection);
        drop(tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        }));
    }
    if tokio::time::timeout(FAREWELL, open.shutdown()).await.is_err() {
        tracing::warn!("some answers did not finish in time");
    }
}
