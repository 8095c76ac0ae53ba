//! Passes bytes on, and keeps those that the server sends.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// What came from the server, by connection.
pub(crate) type Sent = Arc<Mutex<Vec<Vec<u8>>>>;

/// Starts a proxy in front of `server`, for as long as the process lives.
pub(crate) fn start(server: SocketAddr) -> (SocketAddr, Sent) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    let sent = Sent::default();
    let kept = Arc::clone(&sent);
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            // The server may be gone: then so is the connection.
            if let Ok(server) = TcpStream::connect(server) {
                pass(&client, &server, &kept);
            }
        }
    });
    (address, sent)
}

fn pass(client: &TcpStream, server: &TcpStream, sent: &Sent) {
    let connection = {
        let mut sent = sent.lock().expect("no panic");
        sent.push(Vec::new());
        sent.len() - 1
    };
    let both = || (client.try_clone().expect("a handle"), server.try_clone().expect("a handle"));
    let (from, to) = both();
    thread::spawn(move || copy(from, to, |_| ()));
    let (to, from) = both();
    let sent = Arc::clone(sent);
    thread::spawn(move || {
        copy(from, to, |bytes| sent.lock().expect("no panic")[connection].extend(bytes));
    });
}

fn copy(mut from: TcpStream, mut to: TcpStream, keep: impl Fn(&[u8])) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        keep(&buffer[..read]);
        if to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    // The other side learns that this one has ended.
    drop(to.shutdown(Shutdown::Write));
}
