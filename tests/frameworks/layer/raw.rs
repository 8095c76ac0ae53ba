//! Bytes on a socket, for what no client would send.

use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// What a server sent back, up to its end.
#[derive(Debug)]
pub struct Raw {
    pub head: String,
    pub body: Vec<u8>,
}

impl Raw {
    /// Splits what has been read; `None` where there is no whole head.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        Some(Self { head, body: bytes[end + 4..].to_vec() })
    }

    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// Sends bytes and reads until the server closes, or has been silent for a
/// while: some wait for more that never comes.
pub async fn exchange(server: SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(server).await.unwrap();
    // A server may refuse, and close, before it has read all.
    let _ = stream.write_all(bytes).await;
    let mut read = Vec::new();
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(Ok(length @ 1..)) =
        timeout(Duration::from_millis(700), stream.read(&mut buffer)).await
    {
        read.extend_from_slice(&buffer[..length]);
    }
    read
}

/// One request that asks to close, and its answer.
pub async fn ask(server: SocketAddr, head: &str) -> Raw {
    let request = format!("{head}\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    let read = exchange(server, request.as_bytes()).await;
    Raw::parse(&read).unwrap_or_else(|| panic!("no answer to {head}: {read:?}"))
}
