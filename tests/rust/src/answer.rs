//! A server that gives one answer, byte for byte: for answers that no control plane means to give.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

/// Answers the next request on a port of this machine, and gives the address of that port.
///
/// # Errors
///
/// When no port can be listened on.
pub fn once(status: u16, headers: &[(String, String)], body: &str) -> std::io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let url = format!("http://{}", listener.local_addr()?);
    let mut lines = vec![format!("HTTP/1.1 {status} -"), "connection: close".to_owned()];
    lines.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
    if status != 204 {
        lines.push(format!("content-length: {}", body.len()));
    }
    let answer = format!("{}\r\n\r\n{body}", lines.join("\r\n"));
    thread::spawn(move || {
        // What goes wrong here the client sees as a broken connection.
        listener.accept().and_then(|(stream, _)| exchange(stream, &answer))
    });
    Ok(url)
}

fn exchange(stream: TcpStream, answer: &str) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), 0);
    while reader.read_line(&mut line)? > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    reader.read_exact(&mut vec![0; length])?;
    reader.into_inner().write_all(answer.as_bytes())
}
