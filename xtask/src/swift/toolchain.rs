//! Swift itself: the one on the PATH, or Debian's in a root of its own, for machines whose distribution has none.
//!
//! Everything that is mounted for the root is mounted in a namespace of its own that ends with the command, and nothing of the
//! machine's own devices is in there: no clean-up and no kill can harm the machine.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::process::{finish, note, without_cargos_libraries};

/// Debian's release that has Swift 6.
const RELEASE: &str = "trixie";

/// What the root is made of; another word here makes another root.
const RECIPE: &str = "1";

/// Makes the root: its place, the release, and where packages come from, if that is known.
const PREPARE: &str = r#"
root="$1" release="$2" mirror="$3"
if ! command -v debootstrap > /dev/null; then
    apt-get update --quiet
    apt-get install --quiet --yes --no-install-recommends debootstrap
fi
mkdir -p "$root"
debootstrap --variant=minbase "$release" "$root" $mirror
mountpoint --quiet "$root/proc" || mount -t proc proc "$root/proc"
export DEBIAN_FRONTEND=noninteractive
chroot "$root" apt-get update --quiet
chroot "$root" apt-get install --quiet --yes --no-install-recommends \
    swiftlang libc6-dev libstdc++-14-dev gcc binutils ca-certificates
chroot "$root" apt-get clean
"#;

/// Runs a command in the root, with the project in its usual place: the root, the project, where to start, and the command.
const RUN: &str = r#"
root="$1" project="$2" folder="$3"
shift 3
mount -t proc proc "$root/proc"
mkdir -p "$root$project"
mount --bind "$project" "$root$project"
cd /
exec chroot "$root" env HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    sh -c 'cd "$0" && exec "$@"' "$folder" "$@"
"#;

/// Where Swift is.
pub(crate) enum Toolchain {
    /// On the PATH.
    Here,
    /// In a root of its own.
    Root(PathBuf),
}

impl Toolchain {
    /// The one on the PATH, or one in a root, which is made when it is not there yet.
    pub(crate) fn find() -> Result<Self, String> {
        if answers("swift", &["--version"]) {
            return Ok(Self::Here);
        }
        let root = cache()?.join(format!("swift-{RELEASE}"));
        // Written last: it says that everything that came before it is done.
        let done = root.join("etc/spice-cloud-swift");
        if !fs::read_to_string(&done).is_ok_and(|recipe| recipe == RECIPE) {
            note("preparing Swift in a root of its own, which takes some minutes once …");
            if root.exists() {
                finish(Command::new("rm").args(["-rf", "--one-file-system"]).arg(&root))?;
            }
            let mirror = mirror().unwrap_or_default();
            finish(private(PREPARE).args([root.as_os_str(), OsStr::new(RELEASE), OsStr::new(&mirror)]))?;
            fs::write(&done, RECIPE).map_err(|error| format!("{}: {error}", done.display()))?;
        }
        Ok(Self::Root(root))
    }

    /// A program of the toolchain, or one that it has built, started in a folder of the project.
    pub(crate) fn command(&self, project: &Path, folder: &Path, program: &OsStr) -> Command {
        let mut command = match self {
            Self::Here => {
                let mut command = Command::new(program);
                command.current_dir(folder);
                command
            }
            Self::Root(root) => {
                let mut command = private(RUN);
                command.args([root, project, folder]).arg(program);
                command
            }
        };
        without_cargos_libraries(project, &mut command);
        command
    }
}

/// Whether a root can be made here.
pub(crate) const CAN_PREPARE: &[&str] = &[
    "sh",
    "-c",
    r#"[ "$(id -u)" = 0 ] && command -v unshare && command -v chroot && { command -v debootstrap || command -v apt-get; }"#,
];

/// A script whose mounts nobody else sees, and which end with it.
fn private(script: &str) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--mount", "--propagation", "private", "sh", "-eu", "-c", script, "sh"]);
    command
}

fn answers(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Where it is kept between runs: outside of the project, so that a new checkout finds it.
fn cache() -> Result<PathBuf, String> {
    let folder = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let folder = folder.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    folder.map(|folder| folder.join("spice-cloud")).ok_or_else(|| "there is no folder for caches".to_owned())
}

/// Where this machine's own packages come from; without it debootstrap has a place of its own.
fn mirror() -> Option<String> {
    let folder = fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.path()).collect();
    files.sort();
    files.push("/etc/apt/sources.list".into());
    files.into_iter().filter_map(|file| fs::read_to_string(file).ok()).find_map(|text| mirror_in(&text))
}

/// The address of Debian's main archive in a list of sources, of either form.
fn mirror_in(text: &str) -> Option<String> {
    let words =
        text.lines().filter(|line| !line.trim_start().starts_with('#')).flat_map(str::split_whitespace);
    let mut addresses = words.filter(|word| word.starts_with("http"));
    addresses.find(|address| address.trim_end_matches('/').ends_with("/debian")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::mirror_in;

    #[test]
    fn the_mirror_of_the_machine_is_found() {
        let list =
            "# deb http://old.example/debian x\ndeb [signed-by=/k] http://a.example/debian stable main\n";
        assert_eq!(mirror_in(list).as_deref(), Some("http://a.example/debian"));
        let sources = "Types: deb\nURIs: https://b.example/debian/\nSuites: x\n";
        assert_eq!(mirror_in(sources).as_deref(), Some("https://b.example/debian/"));
        assert_eq!(mirror_in("deb http://c.example/debian-security x main"), None);
    }
}
