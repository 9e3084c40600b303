internal import NIOCore
internal import NIOHTTPTypes
internal import Synchronization

/// How many requests are under way, those that wait for a thread among them.
final class LoadCounter: Sendable {
  private let requests = Atomic<Int>(0)
  private let connections = Atomic<Int>(0)

  /// Requests whose head has come and whose answer is not written.
  var openRequests: Int { requests.load(ordering: .relaxed) }
  /// Connections that are open.
  var openConnections: Int { connections.load(ordering: .relaxed) }

  func changeRequests(by count: Int) { requests.add(count, ordering: .relaxed) }
  func changeConnections(by count: Int) { connections.add(count, ordering: .relaxed) }
}

/// Counts the requests of one connection as they come in.
///
/// A handler sees a request only when a thread is free for it, and then the queue has already grown;
/// here it is seen as it is read.
final class LoadHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let counter: LoadCounter
  private var openRequests = 0
  private var isCounted = false

  init(_ counter: LoadCounter) { self.counter = counter }

  func handlerAdded(context: ChannelHandlerContext) {
    isCounted = true
    counter.changeConnections(by: 1)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    guard isCounted else { return }
    isCounted = false
    counter.changeConnections(by: -1)
    counter.changeRequests(by: -openRequests)
    openRequests = 0
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) {
      openRequests += 1
      counter.changeRequests(by: 1)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data), openRequests > 0 {
      openRequests -= 1
      counter.changeRequests(by: -1)
    }
    context.write(data, promise: promise)
  }
}
