//! The blocks of the guide and of the README, as a project of their own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::program;
use crate::artefact::clear;
use crate::docs::{Block, blocks, imports, mark, wrong};
use crate::process::read;

/// What blocks may use without importing it.
const KNOWN: &str = "import ai.spice.cloud.*
import ai.spice.cloud.testing.*
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
";

/// Where the project is made.
const FOLDER: &str = "target/kotlin/docs";

/// Compiles and runs every block, and compares what it prints.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let mut kotlin = blocks(root, "docs/kotlin.md", "kotlin")?;
    kotlin.extend(blocks(root, "README.md", "kotlin")?);
    let java = blocks(root, "docs/kotlin.md", "java")?;
    let sources = root.join(FOLDER).join("src/main");
    clear(&sources)?;
    for folder in ["kotlin", "java"] {
        fs::create_dir_all(sources.join(folder)).map_err(|error| format!("{FOLDER}: {error}"))?;
    }
    let pom = root.join("examples/kotlin/pom.xml");
    let pom = fs::read_to_string(&pom).map_err(|error| format!("{}: {error}", pom.display()))?;
    let pom = with_java(&pom.replace("DemoKt", "docs.AllKt"));
    write(&root.join(FOLDER).join("pom.xml"), &pom)?;
    let mut calls = String::new();
    for (number, block) in (1..).zip(&kotlin) {
        write(&sources.join(format!("kotlin/Block{number}.kt")), &file(number, block))?;
        let _ = writeln!(calls, "    println(\"{}\")\n    docs.b{number}.block()", mark(&block.place));
    }
    for block in &java {
        write(&sources.join("java/docs").join("First.java"), &format!("package docs;\n\n{}", block.code))?;
        let _ = writeln!(calls, "    println(\"{}\")\n    First.main(emptyArray())", mark(&block.place));
    }
    write(&sources.join("kotlin/All.kt"), &format!("package docs\n\nfun main() {{\n{calls}}}\n"))?;
    let mut output = String::new();
    let status = read(&mut program(root, FOLDER), |line| {
        output.push_str(line);
        output.push('\n');
    });
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(format!("the blocks ended with {status}: {output}")),
        Err(error) => return Err(format!("mvn did not start: {error}")),
    }
    let all: Vec<Block> = kotlin.into_iter().chain(java).collect();
    let wrong = wrong(&all, &output);
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The project of the example with Java in it: Kotlin is compiled first, and sees it.
fn with_java(pom: &str) -> String {
    pom.replace("<sourceDirectory>src/main/kotlin<", "<sourceDirectory>src/main/java<")
        .replace("</kotlin.version>", "</kotlin.version><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>")
        .replace("<execution>", "<execution><phase>process-sources</phase>")
        .replace(
            "<jvmTarget>17</jvmTarget>",
            "<jvmTarget>17</jvmTarget><sourceDirs><sourceDir>src/main/kotlin</sourceDir><sourceDir>src/main/java</sourceDir></sourceDirs>",
        )
}

/// A block as a file. One with a `main` is a whole program; another gets an emulator and a client.
fn file(number: usize, block: &Block) -> String {
    let (imports, code) = imports(&block.code);
    let head = format!("package docs.b{number}\n\n{KNOWN}{imports}\n");
    if code.contains("fun main()") {
        return format!("{head}{code}\nfun block() = main()\n");
    }
    format!(
        "{head}fun block() = runBlocking {{\n    Emulator.start {{ seed = \"demo\" }}.use {{ emulator ->\n        emulator.client().use {{ spice -> code(emulator, spice) }}\n    }}\n}}\n\n\
         private suspend fun code(emulator: Emulator, spice: SpiceCloud) {{\n{code}}}\n"
    )
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, text)).map_err(|error| format!("{}: {error}", path.display()))
}
