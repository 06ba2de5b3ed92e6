using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1010GrpcCallWithoutDeadline>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1010GrpcCallWithoutDeadlineTests
{
    private const string Channel = "private readonly Greeter _c = new Greeter(GrpcChannel.ForAddress(\"https://greeter\"));";

    public static TheoryData<string> Endless => new()
    {
        Channel + " public async Task<string> M() => await _c.[|HelloAsync|](\"a\");",
        Channel + " public string M() => _c.[|Hello|](\"a\");",
        Channel + " public async Task<string> M(CancellationToken ct) => await _c.[|HelloAsync|](\"a\", cancellationToken: ct);",
        Channel + " public async Task<string> M() => await _c.[|HelloAsync|](\"a\", new Metadata(), null);",
        Channel + " public async Task<string> M() => await _c.[|HelloAsync|](\"a\", new CallOptions(new Metadata()));",
        "public async Task<string> M() { using var channel = GrpcChannel.ForAddress(\"https://greeter\"); var client = new Greeter(channel); return await client.[|HelloAsync|](\"a\"); }",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.[|HelloAsync|](\"a\"); static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>(o => o.Address = new Uri(\"https://greeter\"));",
    };

    public static TheoryData<string> LocalTimes => new()
    {
        Channel + " public async Task<string> M() => await _c.HelloAsync(\"a\", deadline: [|DateTime.Now|].AddSeconds(5));",
        Channel + " public async Task<string> M() => await _c.HelloAsync(\"a\", null, [|DateTime.Now|] + TimeSpan.FromSeconds(5));",
        Channel + " public async Task<string> M() { var end = [|DateTime.Now|].AddSeconds(5); return await _c.HelloAsync(\"a\", deadline: end); }",
    };

    public static TheoryData<string> Ending => new()
    {
        Channel + " public async Task<string> M() => await _c.HelloAsync(\"a\", deadline: DateTime.UtcNow.AddSeconds(5));",
        Channel + " public async Task<string> M(DateTime end) => await _c.HelloAsync(\"a\", null, end);",
        Channel + " public async Task<string> M() => await _c.HelloAsync(\"a\", new CallOptions(deadline: DateTime.UtcNow.AddSeconds(5)));",
        Channel + " public async Task<string> M() => await _c.HelloAsync(\"a\", new CallOptions().WithDeadline(DateTime.UtcNow.AddSeconds(5)));",
        Channel + " public async Task<string> M(CallOptions o) => await _c.HelloAsync(\"a\", o);",
        Channel + " public async Task<string> M() { using var s = new CancellationTokenSource(500); return await _c.HelloAsync(\"a\", cancellationToken: s.Token); }",
        Channel + " public AsyncServerStreamingCall<string> M() => _c.Watch(\"a\");",
        "private readonly Greeter _c = new Greeter(new Intercepted()); class Intercepted : CallInvokerBase { } public async Task<string> M() => await _c.HelloAsync(\"a\");",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\");",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\"); static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>(o => o.Address = new Uri(\"https://greeter\")).EnableCallContextPropagation();",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\"); static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>(o => o.CallOptionsActions.Add(c => c.CallOptions = c.CallOptions.WithDeadline(DateTime.UtcNow.AddSeconds(5))));",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\"); class Ends : Grpc.Core.Interceptors.Interceptor { } static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>().AddInterceptor<Ends>();",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\"); class Ends : Grpc.Core.Interceptors.Interceptor { } static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>().ConfigureGrpcClientCreator(invoker => new Greeter(invoker));",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\"); class Ends : Grpc.Core.Interceptors.Interceptor { } static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>(o => o.Interceptors.Add(new Ends()));",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\"); class Ends : Grpc.Core.Interceptors.Interceptor { } static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>(o => o.InterceptorRegistrations.Add(new Grpc.Net.ClientFactory.InterceptorRegistration(Grpc.Net.ClientFactory.InterceptorScope.Client, _ => new Ends())));",
        "private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.HelloAsync(\"a\"); class Ends : Grpc.Core.Interceptors.Interceptor { } static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>(o => o.Creator = invoker => new Greeter(invoker));",
    };

    public static TheoryData<string> NotOffered => new()
    {
        Channel + " public async Task<string> M() => await _c.[|HelloAsync|](\"a\", new CallOptions(new Metadata()));",
        Channel + " public async Task<string> M() => await _c.[|HelloAsync|](\"a\", new Metadata(), null);",
        "static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>().ConfigureHttpClient(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]);",
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public Task CallWithoutDeadline_Reports(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [MemberData(nameof(LocalTimes))]
    public Task DeadlineInLocalTime_Reports(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [MemberData(nameof(Ending))]
    public Task CallThatEnds_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Fact]
    public Task TimeoutOfTheRegistration_Reports() => Verify.VerifyAnalyzerAsync(Source(
        "static void Add(IServiceCollection s) => s.AddGrpcClient<Greeter>(o => o.Address = new Uri(\"https://greeter\")).ConfigureHttpClient(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]);"));

    [Theory]
    [MemberData(nameof(NotOffered))]
    public Task NothingSafeIsKnown_FixIsNotOffered(string members) => Verify.VerifyNoFixAsync(Source(members));

    [Fact]
    public Task Deadline_IsGivenInUtc() => Verify.VerifyCodeFixAsync(
        Source(Channel + "\n    public async Task<string> M(CancellationToken ct) => await _c.[|HelloAsync|](\"a\") + await _c.[|HelloAsync|](\"b\", cancellationToken: ct) + await _c.[|HelloAsync|](_c.[|Hello|](\"c\"));"),
        Source(Channel + "\n    public async Task<string> M(CancellationToken ct) => await _c.HelloAsync(\"a\", deadline: DateTime.UtcNow.AddSeconds(30)) + await _c.HelloAsync(\"b\", deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: ct) + await _c.HelloAsync(_c.Hello(\"c\", deadline: DateTime.UtcNow.AddSeconds(30)), deadline: DateTime.UtcNow.AddSeconds(30));"));

    [Fact]
    public Task LocalTime_IsMadeUtc() => Verify.VerifyCodeFixAsync(
        Source(Channel + " public async Task<string> M() => await _c.HelloAsync(\"a\", deadline: [|DateTime.Now|].AddSeconds(5));"),
        Source(Channel + " public async Task<string> M() => await _c.HelloAsync(\"a\", deadline: DateTime.UtcNow.AddSeconds(5));"));

    internal static string Source(string members) => """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Grpc.Core;
        using Grpc.Net.Client;
        using Microsoft.Extensions.DependencyInjection;

        public class Greeter : ClientBase<Greeter>
        {
            public Greeter() { }
            public Greeter(ChannelBase channel) : base(channel) { }
            public Greeter(CallInvoker invoker) : base(invoker) { }
            protected override Greeter NewInstance(ClientBaseConfiguration configuration) => this;
            public virtual AsyncUnaryCall<string> HelloAsync(string request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => HelloAsync(request, new CallOptions(headers, deadline, cancellationToken));
            public virtual AsyncUnaryCall<string> HelloAsync(string request, CallOptions options) => null!;
            public virtual string Hello(string request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => "";
            public virtual AsyncServerStreamingCall<string> Watch(string request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => null!;
        }

        public abstract class CallInvokerBase : CallInvoker
        {
            public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => null!;
            public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => null!;
            public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => null!;
            public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) => null!;
            public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) => null!;
        }

        public class C
        {
            MEMBERS
        }
        """.Replace("MEMBERS", members);

    /// <summary>The host's token is the caller's patience, no deadline.</summary>
    [Fact]
    public Task TokenOfAnEndpoint_Reports() => Verify.VerifyAnalyzerAsync(Source(
        Channel + " public async Task<string> M(CancellationToken ct) => await _c.[|HelloAsync|](\"a\", cancellationToken: ct); static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, \"/a\", (C c, CancellationToken ct) => c.M(ct));"));
}
