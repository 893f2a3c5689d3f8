import Foundation
internal import SpiceCloudNative

/// What was taken of a call: one step, within all that was taken at once.
struct Taken: Sendable {
  let bytes: Data
  let place: Int

  /// Reads it from its first byte.
  func read<Value>(_ read: (inout Rows) throws -> Value) throws -> Value {
    try bytes.withUnsafeBytes { bytes in
      var rows = Rows(bytes, at: place)
      return try read(&rows)
    }
  }
}

/// Where calls and the native library meet. One thread takes what calls have said and hands it to the tasks that wait for it.
/// Threads of the library never enter this one's code.
final class Hub: Sendable {
  static let shared = Hub()

  /// Its number in the library.
  let number = hubOpen()
  private let state = Locked(State())

  private struct State {
    var last: UInt64 = 0
    var waiting: [UInt64: CheckedContinuation<Taken, any Error>] = [:]
    /// Calls that were given up before somebody waited for them.
    var abandoned: Set<UInt64> = []
    var listeners: [UInt64: @Sendable () -> Void] = [:]
  }

  private init() {
    // It does not keep a process alive.
    let hub = number
    Thread.detachNewThread { while Hub.takeAll(hub) {} }
  }

  /// A number for a call.
  func nextNumber() -> UInt64 {
    state.with { state in
      state.last += 1
      return state.last
    }
  }

  /// Calls a function when a session has something to log.
  func listen(_ session: UInt64, _ listener: @escaping @Sendable () -> Void) {
    state.with { $0.listeners[session] = listener }
  }

  func forget(_ session: UInt64) {
    state.with { state in _ = state.listeners.removeValue(forKey: session) }
  }

  /// The next step of a call, for which something is done first. When the task is cancelled, the call is given up.
  func step(session: UInt64, call: UInt64, _ begin: () throws -> Void) async throws -> Taken {
    try Task.checkCancellation()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isAbandoned = state.with { state in
          if state.abandoned.remove(call) != nil { return true }
          state.waiting[call] = continuation
          return false
        }
        if isAbandoned { return continuation.resume(throwing: CancellationError()) }
        do {
          try begin()
        } catch {
          waiter(of: call)?.resume(throwing: error)
        }
      }
    } onCancel: {
      let waiter = state.with { state in
        let waiter = state.waiting.removeValue(forKey: call)
        if waiter == nil { state.abandoned.insert(call) }
        return waiter
      }
      giveUp(session: session, call: call)
      waiter?.resume(throwing: CancellationError())
    }
  }

  /// Nobody will wait for a call any more.
  func end(_ call: UInt64) {
    state.with { state in _ = state.abandoned.remove(call) }
  }

  /// Drops a call's request, if there is one on its way.
  func giveUp(session: UInt64, call: UInt64) {
    // It can only fail for a bug, and there is nobody to tell.
    try? callGiveUp(session: session, call: call)
  }

  private func waiter(of call: UInt64) -> CheckedContinuation<Taken, any Error>? {
    state.with { $0.waiting.removeValue(forKey: call) }
  }

  private static func takeAll(_ hub: UInt64) -> Bool {
    do {
      shared.handOut(try hubTake(hub: hub))
      return true
    } catch {
      shared.endAll(bug("what calls said could not be taken: \(error)"))
      return false
    }
  }

  private func handOut(_ bytes: Data) {
    var place = 0
    while place < bytes.count {
      let (number, length) = bytes.withUnsafeBytes { bytes in
        var head = Rows(bytes, at: place)
        return (UInt64(head.eight()), head.four())
      }
      let step = place + 12
      place = step + length
      if Int(bytes[bytes.startIndex + step]) == Step.log {
        state.with { $0.listeners[number] }?()
      } else {
        waiter(of: number)?.resume(returning: Taken(bytes: bytes, place: step))
      }
    }
  }

  /// Nobody will be told anything any more.
  private func endAll(_ error: SpiceCloudError) {
    let waiting = state.with { state in
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for waiter in waiting { waiter.resume(throwing: error) }
  }
}

/// Something that one thread at a time may touch.
package final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  package init(_ value: Value) {
    self.value = value
  }

  package func with<Result>(_ work: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try work(&value)
  }
}
