// How Demo.swift shows what happens: line by line as it goes on, and as a table in the end.

import Foundation
import SpiceCloudTesting

/// The most that a column may have; what is longer goes on below.
private let widths = [2, 22, 36, 38, 6]
private let header = ["#", "step", "what happened", "HTTP calls", "time"]

/// Keeps what happened in each step, and the HTTP calls that the emulator saw meanwhile.
final class Story {
  private struct Step {
    let title: String
    let happened: String
    let routes: [String]
    let calls: Int
    let took: Duration
  }

  private let emulator: Emulator
  private var steps: [Step] = []

  init(_ intro: String, _ emulator: Emulator) {
    self.emulator = emulator
    note("\(intro)\n")
  }

  /// Says something while the story goes on.
  func note(_ words: String) {
    FileHandle.standardError.write(Data("\(words)\n".utf8))
  }

  /// A step of the story. `work` is given a function for the words about what happened.
  func step<Value>(_ title: String, _ work: ((String) -> Void) async throws -> Value) async throws
    -> Value
  {
    var happened: [String] = []
    note("[\(steps.count + 1)] \(title)")
    try emulator.clearRequests()
    let clock = ContinuousClock()
    let began = clock.now
    let result = try await work { happened.append($0) }
    let took = clock.now - began
    let calls = try emulator.requests().map(routeOf)
    var order: [String] = []
    for route in calls where !order.contains(route) { order.append(route) }
    let routes = order.map { route in "\(calls.filter { $0 == route }.count) × \(route)" }
    let words = happened.joined(separator: " ")
    steps.append(
      Step(title: title, happened: words, routes: routes, calls: calls.count, took: took))
    note("    \(words) (\(timeOf(took)))")
    return result
  }

  /// Prints the table.
  func show() {
    let rows = steps.enumerated().map { index, step in
      rowOf([
        "\(index + 1)", step.title, step.happened, step.routes.joined(separator: "\n"),
        timeOf(step.took),
      ])
    }
    let took = steps.reduce(Duration.zero) { $0 + $1.took }
    let calls = steps.reduce(0) { $0 + $1.calls }
    let all = rowOf(["", "the whole story", "", "\(calls) in all", timeOf(took)])
    let table =
      [ruleOf("╭", "─", "┬", "╮"), rowOf(header), ruleOf("╞", "═", "╪", "╡")] + rows + [
        all, ruleOf("╰", "─", "┴", "╯"),
      ]
    print("\n\(table.joined(separator: "\n"))")
  }
}

/// A call as it is told, with its status where that is not good.
private func routeOf(_ call: RequestRecord) -> String {
  let status = call.status.map { $0 < 400 ? "" : " → \($0)" } ?? ""
  return "\(call.method) \(call.path)\(status)"
}

private func timeOf(_ took: Duration) -> String {
  let (seconds, attoseconds) = took.components
  let milliseconds = Double(seconds) * 1000 + Double(attoseconds) / 1e15
  return milliseconds >= 1000
    ? String(format: "%.1f s", milliseconds / 1000) : String(format: "%.0f ms", milliseconds)
}

private func ruleOf(_ left: String, _ line: String, _ cross: String, _ right: String) -> String {
  left + widths.map { String(repeating: line, count: $0 + 2) }.joined(separator: cross) + right
}

/// A row of as many lines as its longest cell has; numbers stand to the right.
private func rowOf(_ cells: [String]) -> String {
  let wrapped = zip(cells, widths).map { cell, width in
    cell.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrap(String($0), width)
    }
  }
  let lines = (0..<(wrapped.map(\.count).max() ?? 0)).map { index in
    let texts = wrapped.enumerated().map { place, parts in
      let text = index < parts.count ? parts[index] : ""
      let pad = String(repeating: " ", count: max(0, widths[place] - text.count))
      return place == 0 || place == widths.count - 1 ? pad + text : text + pad
    }
    return "│ \(texts.joined(separator: " ┆ ")) │"
  }
  return lines.joined(separator: "\n")
}

/// A line in pieces that are no longer than a width; a word that is longer is cut.
private func wrap(_ line: String, _ width: Int) -> [String] {
  var lines = [""]
  for word in line.split(separator: " ").flatMap({ pieces(String($0), width) }) {
    let last = lines[lines.count - 1]
    if last.isEmpty {
      lines[lines.count - 1] = word
    } else if last.count + 1 + word.count <= width {
      lines[lines.count - 1] = "\(last) \(word)"
    } else {
      lines.append(word)
    }
  }
  return lines
}

private func pieces(_ word: String, _ width: Int) -> [String] {
  stride(from: 0, to: word.count, by: width).map { start in
    String(word.dropFirst(start).prefix(width))
  }
}
