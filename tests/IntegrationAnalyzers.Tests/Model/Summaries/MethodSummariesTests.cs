using System.Linq;
using System.Threading;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Summaries;

public sealed class MethodSummariesTests
{
    [Fact]
    public void ThreeWrappersDeep() => Assert.Equal("Post", Reached("""
        class C(HttpClient http)
        {
            void Run() => Start();
            Task Start() => A(HttpMethod.Post);
            Task A(HttpMethod method) => B(method);
            Task B(HttpMethod method) => http.SendAsync(new HttpRequestMessage(method, "x"));
        }
        """));

    [Fact]
    public void BaseClass() => Assert.Equal("Post", Reached("""
        class Base(HttpClient http)
        {
            protected virtual Task Send(string url) => http.PostAsync(url, null);
        }

        class C(HttpClient http) : Base(http)
        {
            void Run() => Start();
            Task Start() => Send("x");
        }
        """));

    [Fact]
    public void ExtensionLocalFunctionAndLambda() => Assert.Equal("Patch Post Put", Reached("""
        static class Extensions
        {
            public static Task Push(this HttpClient http) => http.PostAsync("x", null);
        }

        class C(HttpClient http)
        {
            void Run() => Start();

            async Task Start()
            {
                await http.Push();
                await Local();
                await Task.Run(() => http.PatchAsync("x", null));

                Task Local() => http.PutAsync("x", null);
            }
        }
        """));

    [Fact]
    public void InterfaceWithOneImplementation() => Assert.Equal("Post", Reached("""
        interface IApi
        {
            Task Send();
        }

        class Api(HttpClient http) : IApi
        {
            public Task Send() => http.PostAsync("x", null);
        }

        class C(IApi api)
        {
            void Run() => Start();
            Task Start() => api.Send();
        }
        """));

    [Fact]
    public void InterfaceOfWhichOneImplementationSendsNothing_IsNotFollowed() => Assert.Equal("", Reached("""
        interface IApi
        {
            Task Send();
        }

        class Api(HttpClient http) : IApi
        {
            public Task Send() => http.PostAsync("x", null);
        }

        class Other : IApi
        {
            public Task Send() => Task.CompletedTask;
        }

        class C(IApi api)
        {
            void Run() => Start();
            Task Start() => api.Send();
        }
        """));

    /// <summary>Several providers behind one interface, and a decorator before them.</summary>
    [Fact]
    public void InterfaceWhoseImplementationsAllSend() => Assert.Equal("Patch Post Put", Reached("""
        interface IApi
        {
            Task Send();
        }

        class Card(HttpClient http) : IApi
        {
            public Task Send() => http.PostAsync("x", null);
        }

        abstract class Wallet(HttpClient http) : IApi
        {
            public Task Send() => Begin();

            protected abstract Task Begin();

            protected Task Put() => http.PutAsync("x", null);
        }

        class Purse(HttpClient http) : Wallet(http)
        {
            protected override Task Begin() => Put();
        }

        class Transfer(HttpClient http) : Wallet(http)
        {
            private readonly HttpClient _http = http;

            protected override Task Begin() => _http.PatchAsync("x", null);
        }

        class Logged(IApi inner) : IApi
        {
            public Task Send() => inner.Send();
        }

        class C(IApi api)
        {
            void Run() => Start();
            Task Start() => api.Send();
        }
        """));

    [Fact]
    public void GenericInterfaceOfSeveral_IsNotFollowed() => Assert.Equal("", Reached("""
        interface IHandler<T>
        {
            Task Handle(T message);
        }

        class First(HttpClient http) : IHandler<int>
        {
            public Task Handle(int message) => http.PostAsync("x", null);
        }

        class Second(HttpClient http) : IHandler<string>
        {
            public Task Handle(string message) => http.PutAsync("x", null);
        }

        class C(IHandler<int> handler)
        {
            void Run() => Start();
            Task Start() => handler.Handle(1);
        }
        """));

    [Fact]
    public void DecoratorsAlone_AreNotFollowed() => Assert.Equal("", Reached("""
        interface IApi
        {
            Task Send();
        }

        class Logged(IApi inner) : IApi
        {
            public Task Send() => inner.Send();
        }

        class Counted(IApi inner) : IApi
        {
            public Task Send() => inner.Send();
        }

        class C(IApi api)
        {
            void Run() => Start();
            Task Start() => api.Send();
        }
        """));

    [Fact]
    public void Recursion_IsBounded() => Assert.Equal("Post", Reached("""
        class C(HttpClient http)
        {
            void Run() => Start();
            Task Start() => Back();
            async Task Back()
            {
                await http.PostAsync("x", null);
                await Start();
            }
        }
        """));

    [Fact]
    public void BeyondTheLimit_IsNotFollowed() => Assert.Equal("", Reached("""
        class C(HttpClient http)
        {
            void Run() => Start();
            Task Start() => A();
            Task A() => B();
            Task B() => D();
            Task D() => E();
            Task E() => http.PostAsync("x", null);
        }
        """));

    [Fact]
    public void EachBodyIsReadOnce()
    {
        var source = new ModelSource("""
            class C(HttpClient http)
            {
                void Run()
                {
                    Start();
                    Start();
                    Other();
                }

                Task Start() => Send();
                Task Other() => Send();
                Task Send() => http.PostAsync("x", null);
            }
            """);
        foreach (var name in new[] { "Start", "Other", "Send", "Start" })
        {
            foreach (var call in source.Calls(name))
                Assert.Single(source.Model.Summaries.Reach(call, CancellationToken.None));
        }

        Assert.Equal(3, source.Model.Summaries.BodiesRead);
    }

    private static string Reached(string text)
    {
        var source = new ModelSource(text);
        return string.Join(" ", source.Model.Summaries.Reach(source.Call("Start"), CancellationToken.None).Select(static r => r.Verb.ToString()).Distinct().Order(System.StringComparer.Ordinal));
    }
}
