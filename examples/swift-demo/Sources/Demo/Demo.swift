// A session with Spice.ai Cloud, on an emulator inside this process: it needs no account.
//
// On the real cloud nothing changes but the client: there it is `try SpiceCloud()`, with a token in the variable
// SPICE_API_TOKEN.

import Foundation
import SpiceCloud
import SpiceCloudTesting

@main
enum Demo {
  static func main() async throws {
    let emulator = try Emulator.start { $0.seed = "demo" }
    let story = Story(
      "A session with Spice.ai Cloud in Swift, on an emulator of its own.", emulator)
    let spice = try emulator.client()
    try await tell(story, spice)
    story.show()
    spice.close()
    emulator.stop()
  }

  /// What happens, from the first look at the API to the last trace of the app.
  static func tell(_ story: Story, _ spice: SpiceCloud) async throws {
    let spicepod = try String(contentsOfFile: "../sales-bi/spicepod.yaml", encoding: .utf8)

    let regions = try await story.step("look at the regions") { say in
      let regions = try await spice.regions.list()
      say(
        "\(regions.regions.map(\.region).joined(separator: ", ")); the default is \(regions.default ?? "unknown")"
      )
      return regions
    }

    let app = try await story.step("create an app") { say in
      let app = try await spice.apps.create(
        name: "sales-bi", region: regions.default, description: "A demo")
      say("\(app.name) (id \(app.id)), at https://\(app.name).spice.ai once it runs")
      return app
    }

    try await story.step("set its spicepod") { say in
      _ = try await spice.apps.update(app, spicepod: .string(spicepod))
      say("\(app.name) has examples/sales-bi/spicepod.yaml now")
    }

    try await story.step("set its secrets") { say in
      // Each that the spicepod refers to, once.
      var names: [String] = []
      for found in spicepod.matches(of: /\$\{secrets:(\w+)\}/)
      where !names.contains(String(found.1)) {
        names.append(String(found.1))
      }
      _ = try await spice.secrets.setMany(app, names.map { ($0, Secret("made-up-\($0)")) })
      say("\(names.joined(separator: ", ")); nobody can read the values back")
    }

    try await story.step("deploy and watch") { say in
      var statuses: [String] = []
      let deployment = try await spice.deployments.deploy(
        app, commitMessage: "First deployment", pollInterval: .milliseconds(150)
      ) { event in
        if statuses.contains(event.status.rawValue) { return }
        statuses.append(event.status.rawValue)
        story.note("      \(event.status)")
      }
      say("deployment \(deployment.id): \(statuses.joined(separator: " → "))")
    }

    try await story.step("list all apps") { say in
      var count = 0
      for try await _ in spice.apps.list(pageSize: 10) { count += 1 }
      say("\(count) apps, in pages of 10")
    }

    try await story.step("ask two things at once") { say in
      async let found = spice.apps.find(app.name)
      async let members = spice.members.list()
      let (id, count) = (try await found?.id, try await members.count)
      say("\(app.name) has the id \(id ?? 0), and there are \(count) members")
    }

    try await story.step("ask for a missing app") { say in
      do {
        _ = try await spice.apps.get(999_999_999)
      } catch SpiceCloudError.notFound(let details) {
        say("\(details.name), \(details.status ?? 0): \(details.message)")
      }
    }

    try await story.step("delete the app") { say in
      try await spice.apps.delete(app)
      say("deleted, with all that it ran")
    }
  }
}
