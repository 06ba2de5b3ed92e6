using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1006ClientPerCall>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts.CodeFixes;

/// <summary>Where the client goes that was made for a call. Every test runs also as Fix All, and on files with other line ends.</summary>
public class IA1006ClientPerCallFixTests
{
    public static TheoryData<string> NotOffered => new()
    {
        // Settings of the call
        "public Task<string> M(string u) { using var c = [|new HttpClient { BaseAddress = new Uri(u) }|]; return c.GetStringAsync(\"a\"); }",
        "public Task<string> M(string u) { using var c = [|new HttpClient()|]; c.BaseAddress = new Uri(u); return c.GetStringAsync(\"a\"); }",
        "public Task<string> M(string u, string t) { using var c = [|new HttpClient()|]; c.DefaultRequestHeaders.Add(\"a\", t); return c.GetStringAsync(u); }",
        "private TimeSpan _t; public Task<string> M(string u) { using var c = [|new HttpClient { Timeout = _t }|]; return c.GetStringAsync(u); }",

        // Somebody else has it, or disposes it
        "public Task<string> M(string u) { using var c = [|new HttpClient()|]; return Get(c, u); } private static Task<string> Get(HttpClient c, string u) { c.DefaultRequestHeaders.Add(\"a\", u); return c.GetStringAsync(u); }",
        "public string M(string u) { var c = [|new HttpClient()|]; var s = c.GetStringAsync(u).Result; c.Dispose(); return s; }",

        // No place for it, or no way to have its handler's connections replaced
        "public Task<string> M(string u, bool b) { var c = b ? [|new HttpClient()|] : new HttpClient(); return c.GetStringAsync(u); }",
        "sealed class Log : DelegatingHandler { public Log(HttpMessageHandler inner) : base(inner) { } } public Task<string> M(string u) { using var c = [|new HttpClient(new Log(new HttpClientHandler()))|]; return c.GetStringAsync(u); }",
        "public Task<string> M(string u) { using var c = [|new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true })|]; return c.GetStringAsync(u); }",
        "public static int SharedClient; public Task<string> M(string u) { using var c = [|new HttpClient()|]; return c.GetStringAsync(u); }",
        "public Task<RestResponse> M(string u) { var c = [|new RestClient(u)|]; return c.ExecuteAsync(new RestRequest()); }",
    };

    [Theory]
    [MemberData(nameof(NotOffered))]
    public Task NotOffered_NoFixIsOffered(string members) => Verify.VerifyNoFixAsync(ClientSource.Class(members));

    [Fact]
    public Task TopLevelLocalFunction_NoFixIsOffered() => Verify.VerifyNoFixAsync(
        """
        using System.Net.Http;
        foreach (var a in args)
            await Load(a);
        static async System.Threading.Tasks.Task Load(string u) { using var c = [|new HttpClient()|]; await c.GetStringAsync(u); }
        """);

    [Fact]
    public Task DownloadOfAFile_KeepsTheClientsOwnTimeout() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Fonts
        {
            public static async Task Download(string url, string path)
            {
                using var client = [|new HttpClient()|];
                await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync(url));
            }
        }
        """,
        """
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Fonts
        {
            private static readonly HttpClient SharedClient = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = TimeSpan.FromSeconds(100),
            };

            public static async Task Download(string url, string path)
            {
                var client = SharedClient;
                await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync(url));
            }
        }
        """);

    [Fact]
    public Task AllShapesOfATypeShareOneClient_IsFixed() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace Shop;

        /// <summary>Rates.</summary>
        public class Rates
        {
            // The name.
            private readonly string _name = "a";

            public async Task<string> A(string u)
            {
                // send request
                using var client = [|new HttpClient()|]; // one
                return await client.GetStringAsync(u + _name);
            }

            public async Task<string> B(string u)
            {
                using (var client = [|new HttpClient()|])
                {
                    // Ask.
                    var text = await client.GetStringAsync(u);

                    if (text == "")
                    {
                        return @"
                    kept";
                    }

                    return text;
                }
            }

            public async Task<string> C(string u) => await [|new HttpClient()|].GetStringAsync(u);

            public async Task D(string u)
            {
                HttpClient client = [|new()|];
                await client.GetStringAsync(u);
                await client.GetAsync(u);
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace Shop;

        /// <summary>Rates.</summary>
        public class Rates
        {
            private static readonly HttpClient SharedClient = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = TimeSpan.FromSeconds(30),
            };

            // The name.
            private readonly string _name = "a";

            public async Task<string> A(string u)
            {
                // send request
                var client = SharedClient; // one
                return await client.GetStringAsync(u + _name);
            }

            public async Task<string> B(string u)
            {
                var client = SharedClient;
                // Ask.
                var text = await client.GetStringAsync(u);

                if (text == "")
                {
                    return @"
                    kept";
                }

                return text;
            }

            public async Task<string> C(string u) => await SharedClient.GetStringAsync(u);

            public async Task D(string u)
            {
                HttpClient client = SharedClient;
                await client.GetStringAsync(u);
                await client.GetAsync(u);
            }
        }
        """);

    [Fact]
    public Task TwoBlocksWithOneName_KeepTheirBlocks_IsFixed() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            public async Task M(string u)
            {
                // First.
                using (var client = [|new HttpClient()|])
                {
                    await client.GetStringAsync(u);
                }

                using (var client = [|new HttpClient()|]) {
                    await client.GetStringAsync(u);
                }
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            private static readonly HttpClient SharedClient = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = TimeSpan.FromSeconds(30),
            };

            public async Task M(string u)
            {
                // First.
                {
                    var client = SharedClient;
                    await client.GetStringAsync(u);
                }

                {
                    var client = SharedClient;
                    await client.GetStringAsync(u);
                }
            }
        }
        """);

    [Fact]
    public Task StackedUsings_IsFixed() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            public async Task M(string u)
            {
                using (var client = [|new HttpClient()|])
                using (var response = await client.GetAsync(u))
                {
                    response.EnsureSuccessStatusCode();
                }
            }

            public async Task N(string u)
            {
                using (var request = new HttpRequestMessage(HttpMethod.Get, u))
                using (var client = [|new HttpClient()|])
                {
                    await client.SendAsync(request);
                }
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            private static readonly HttpClient SharedClient = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = TimeSpan.FromSeconds(30),
            };

            public async Task M(string u)
            {
                var client = SharedClient;
                using (var response = await client.GetAsync(u))
                {
                    response.EnsureSuccessStatusCode();
                }
            }

            public async Task N(string u)
            {
                using (var request = new HttpRequestMessage(HttpMethod.Get, u))
                {
                    var client = SharedClient;
                    await client.SendAsync(request);
                }
            }
        }
        """);

    [Fact]
    public Task SettingsThatAreTheSameEachTime_GoAlong_IsFixed() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            public async Task<string> LoadAsync(string u)
            {
                using var client = [|new HttpClient(new HttpClientHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.GZip }) { Timeout = TimeSpan.FromSeconds(3) }|];
                return await client.GetStringAsync(u);
            }
        }
        """,
        """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            private static readonly HttpClient LoadClient = new HttpClient(new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.GZip, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = TimeSpan.FromSeconds(3),
            };

            public async Task<string> LoadAsync(string u)
            {
                var client = LoadClient;
                return await client.GetStringAsync(u);
            }
        }
        """);

    /// <summary>software-solution-it/ligchat-whatsapp, WebhookService.cs: the second client has other settings, and a name of its own.</summary>
    [Fact]
    public Task TwoClientsOfOneMethod_AreTwoFields_IsFixed() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            public async Task<string> LoadAsync(string u)
            {
                using var httpClient = [|new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip }) { Timeout = TimeSpan.FromSeconds(3) }|];
                var text = await httpClient.GetStringAsync(u);
                using var retryClient = [|new HttpClient(new HttpClientHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(9) }|];
                return text.Length > 0 ? text : await retryClient.GetStringAsync(u);
            }
        }
        """,
        """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            private static readonly HttpClient LoadClient = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = TimeSpan.FromSeconds(3),
            };
            private static readonly HttpClient LoadRetryClient = new HttpClient(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                Timeout = TimeSpan.FromSeconds(9),
            };

            public async Task<string> LoadAsync(string u)
            {
                var httpClient = LoadClient;
                var text = await httpClient.GetStringAsync(u);
                var retryClient = LoadRetryClient;
                return text.Length > 0 ? text : await retryClient.GetStringAsync(u);
            }
        }
        """);

    [Fact]
    public Task FactoryInReach_IsUsed_IsFixed() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            private readonly IHttpClientFactory _factory;

            public C(IHttpClientFactory factory)
            {
                _factory = factory;
            }

            public async Task<string> M(string u, string token)
            {
                using var client = [|new HttpClient()|];
                client.DefaultRequestHeaders.Add("a", token);
                return await client.GetStringAsync(u);
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            private readonly IHttpClientFactory _factory;

            public C(IHttpClientFactory factory)
            {
                _factory = factory;
            }

            public async Task<string> M(string u, string token)
            {
                using var client = _factory.CreateClient();
                client.DefaultRequestHeaders.Add("a", token);
                return await client.GetStringAsync(u);
            }
        }
        """);

    [Fact]
    public Task TargetWithoutSocketsHttpHandler_IsFixed() => new Verify.Test
    {
        References = TestReferences.NetStandard20,
        TestCode = """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                public async Task<string> M(string u)
                {
                    using (var client = [|new HttpClient()|])
                        return await client.GetStringAsync(u);
                }

                public async Task<string> N(string u)
                {
                    var client = [|new HttpClient()|];
                    return await client.GetStringAsync(u);
                }
            }
            """,
        FixedCode = """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                private static readonly HttpClient SharedClient = new HttpClient
                {
                    Timeout = TimeSpan.FromSeconds(30),
                };

                public async Task<string> M(string u)
                {
                    using (var client = [|new HttpClient()|])
                        return await client.GetStringAsync(u);
                }

                public async Task<string> N(string u)
                {
                    var client = SharedClient;
                    return await client.GetStringAsync(u);
                }
            }
            """,
    }.RunAsync();
}
