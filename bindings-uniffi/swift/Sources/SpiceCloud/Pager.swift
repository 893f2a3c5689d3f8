/// One page of a list.
public struct Page<Item: Sendable>: Sendable {
  /// The items that no page before had.
  public let items: [Item]
  /// How many items come before this page.
  public let offset: Int
  /// About the request that fetched it.
  public let meta: Meta
}

extension Page: Sequence {
  public func makeIterator() -> IndexingIterator<[Item]> { items.makeIterator() }
}

/// A list that is fetched page by page, as its items are wanted, each exactly once.
///
/// Iterating over it begins anew each time, and may throw what any call may throw. Leaving early stops fetching.
public struct Pager<Item: Sendable>: AsyncSequence, Sendable {
  public typealias Element = Item

  let begin: @Sendable (_ pageSize: Int?, _ limit: Int?) throws -> Conversation
  let read: @Sendable (inout Rows, Meta) throws -> Item
  let pageSize: Int?
  let limit: Int?

  public func makeAsyncIterator() -> Iterator { Iterator(pages: pages().makeAsyncIterator()) }

  /// Gives the items one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    var pages: Steps<Page<Item>>.Iterator
    var page: [Item] = []
    var place = 0

    public mutating func next() async throws -> Item? {
      while place >= page.count {
        guard let next = try await pages.next() else { return nil }
        (page, place) = (next.items, 0)
      }
      defer { place += 1 }
      return page[place]
    }
  }

  /// The same list, page by page.
  public func pages() -> Steps<Page<Item>> { pages(pageSize, limit) }

  /// The first item, for one request; nil when the list is empty.
  public func first() async throws -> Item? {
    var pages = pages(1, atMost(1)).makeAsyncIterator()
    return try await pages.next()?.items.first
  }

  /// Every item, or at most so many of them.
  public func toArray(max: Int? = nil) async throws -> [Item] {
    var all: [Item] = []
    for try await page in pages(pageSize, atMost(max)) { all += page.items }
    return all
  }

  private func atMost(_ most: Int?) -> Int? { [most, limit].compactMap { $0 }.min() }

  private func pages(_ pageSize: Int?, _ limit: Int?) -> Steps<Page<Item>> {
    let (begin, read) = (begin, read)
    return Steps(begin: { try begin(pageSize, limit) }) { step in
      try step.read { rows, meta in
        Page(items: try rows.list { try read(&$0, meta) }, offset: step.offset, meta: meta)
      }
    }
  }
}

/// What a call gives step by step: pages of a list, what happens to a deployment, or an answer piece by piece.
///
/// Nothing is sent before the first step is wanted, and leaving early gives the call up.
public struct Steps<Element: Sendable>: AsyncSequence, Sendable {
  let begin: @Sendable () throws -> Conversation
  let read: @Sendable (Step) throws -> Element

  init(begin: @escaping @Sendable () throws -> Conversation, read: @escaping @Sendable (Step) throws -> Element) {
    self.begin = begin
    self.read = read
  }

  public func makeAsyncIterator() -> Iterator { Iterator(begin: begin, read: read) }

  /// Gives the steps one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    let begin: @Sendable () throws -> Conversation
    let read: @Sendable (Step) throws -> Element
    var call: Conversation?
    var isOver = false

    public mutating func next() async throws -> Element? {
      if isOver { return nil }
      do {
        let call = try self.call ?? begin()
        self.call = call
        let step = try await call.next()
        isOver = !step.isEvent || step.isLast
        if isOver { self.call = nil }
        return step.isEvent ? try read(step) : nil
      } catch {
        (isOver, call) = (true, nil)
        throw error
      }
    }
  }
}
