using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Errors;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2008RetriesWhatCannotSucceed>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>IA2008 on loops whose clause takes every exception and asks for the number of attempts alone.</summary>
public sealed class CountedClauseTests
{
    internal static string Loop(string clause, string head = "while (true)", string attempt = "return await http.GetStringAsync(\"orders\", token);", string behind = "", string method = "Get", string after = "") => Members($$"""
        public async Task<string> {{method}}(int left, int max, Options options, CancellationToken token)
        {
            var attempt = 0;
            {{head}}
            {
                try
                {
                    {{attempt}}
                }
                {{clause}}
                {{after}}
            }
            {{behind}}
        }

        private int _failures;

        public sealed class Options { public int Attempts { get; set; } public TimeSpan[] Pauses { get; set; } = []; }

        private Task Login() => Task.FromResult(_failures++);

        private static bool IsTransient(Exception? ex = null) => ex is HttpRequestException;

        private static void Note(object what) => Console.WriteLine(what);
        """);

    [Theory]
    [InlineData("[|catch|] (Exception) when (left-- > 0) { await Task.Delay(1000, token); }")]
    [InlineData("[|catch|] when (--left > 0) { await Task.Delay(1000, token); }")]
    [InlineData("[|catch|] (System.Exception ex) when (attempt++ < max) { Console.WriteLine(ex.Message); await Task.Delay(1000); }")]
    [InlineData("[|catch|] (Exception) when (++attempt < options.Attempts) { }")]
    [InlineData("[|catch|] (Exception) when (attempt < options.Pauses.Length) { await Task.Delay(options.Pauses[attempt++], token); continue; }")]
    [InlineData("[|catch|] (Exception) when (attempt + 1 < max) { attempt += 1; if (attempt > 1) Console.WriteLine(attempt); }")]
    [InlineData("[|catch|] (Exception) when (3 > (attempt++)) { if (max > 3) { Console.WriteLine(attempt); } }")]
    [InlineData("[|catch|] (Exception) when (left-- != 0) { await Login(); }")]
    [InlineData("[|catch|] (Exception) when (attempt++ < max) { await Task.Delay(1000); } catch (Exception ex) { Console.WriteLine(ex); throw; }")]
    public Task FilterThatCounts_Reports(string clause) => Verify.VerifyAnalyzerAsync(Loop(clause));

    [Theory]
    [InlineData("if (--left == 0) throw; await Task.Delay(1000, token);")]
    [InlineData("attempt++; if (attempt >= max) { Console.WriteLine(ex); throw; } await Task.Delay(1000);")]
    [InlineData("if (attempt++ < max) { await Task.Delay(1000); continue; } throw;")]
    [InlineData("if (attempt++ < max) await Task.Delay(1000); else throw;")]
    [InlineData("Console.WriteLine(ex); if (++attempt == options.Attempts) { throw new InvalidOperationException(\"no orders\", ex); }")]
    [InlineData("if (++attempt > 2) throw; if (attempt > 1) { await Task.Delay(1000); continue; } await Task.Delay(500);")]
    public Task ThrownAfterTheLastAttempt_Reports(string body) => Verify.VerifyAnalyzerAsync(Loop($"[|catch|] (Exception ex) {{ Note(attempt); {body} Note(ex.Message); }}".Replace("continue; } throw; Note(ex.Message);", "continue; } Note(ex.Message); throw;")));

    [Theory]
    [InlineData("for (var i = 0; ; i++)", "[|catch|] (Exception) when (i < 3) { await Task.Delay(1000, token); }", "")]
    [InlineData("for (var i = 0; i < 3; i++)", "[|catch|] (Exception) when (i < 2) { await Task.Delay(1000, token); }", "throw new InvalidOperationException(\"never here\");")]
    [InlineData("for (var i = 0; i < 3; i++)", "[|catch|] (Exception) { if (i == 2) throw; }", "throw new InvalidOperationException(\"never here\");")]
    [InlineData("foreach (var i in Enumerable.Range(1, 3))", "[|catch|] (Exception) when (i < 3) { }", "return \"\";")]
    [InlineData("while (left > 0)", "[|catch|] (Exception) when (left-- > 1) { }", "return \"\";")]
    public Task OtherLoops_Report(string head, string clause, string behind) => Verify.VerifyAnalyzerAsync(Loop(clause, head, behind: behind));

    [Fact]
    public Task DoLoopThatASuccessBreaks_Reports() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task<string> Get()
        {
            string? text;
            var tries = 0;
            do
            {
                try
                {
                    text = await Read();
                    break;
                }
                [|catch|] (Exception) when (tries < 2)
                {
                    Console.WriteLine("again");
                }

                tries++;
                await Task.Delay(1000);
            }
            while (true);
            return text;
        }

        private Task<string> Read() => http.GetStringAsync("orders");
        """));

    [Fact]
    public Task HelperThatIsHandedTheCall_Reports() => Verify.VerifyAnalyzerAsync(Members("""
        public Task<string> Get() => Again(() => http.GetStringAsync("orders"));

        private static async Task<T> Again<T>(Func<Task<T>> call)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await call();
                }
                [|catch|] (Exception) when (attempt < 3)
                {
                    await Task.Delay(1000 * attempt);
                }
            }
        }
        """));

    [Theory]
    [InlineData("catch (Exception ex) when (left-- > 0 && ex is HttpRequestException) { }")]
    [InlineData("catch (Exception ex) when (left-- > 0 && IsTransient(ex)) { }")]
    [InlineData("catch (Exception) when (left-- > 0 && IsTransient()) { }")]
    [InlineData("catch (Exception) when (left-- > 0 && !token.IsCancellationRequested) { }")]
    [InlineData("catch (Exception ex) when (left-- > ex.HResult) { }")]
    [InlineData("catch (Exception ex) when (ex is not OperationCanceledException && left-- > 0) { }")]
    [InlineData("catch (HttpRequestException) when (left-- > 0) { }")]
    [InlineData("catch (Exception) when (_failures++ < 3) { }")]
    [InlineData("catch (Exception) when (max < 3) { attempt++; }")]
    public Task FilterThatAsksForMore_IsQuiet(string clause) => Verify.VerifyAnalyzerAsync(Loop(clause));

    [Theory]
    [InlineData("catch (OperationCanceledException) { throw; } catch (Exception) when (left-- > 0) { }")]
    [InlineData("catch (HttpRequestException ex) when (ex.StatusCode == HttpStatusCode.NotFound) { return \"\"; } catch (Exception) when (left-- > 0) { }")]
    [InlineData("catch (Exception ex) { if (ex is ArgumentException || --left == 0) throw; }")]
    [InlineData("catch (Exception ex) { if (ex is HttpRequestException { StatusCode: HttpStatusCode.NotFound }) return \"\"; if (--left == 0) throw; }")]
    [InlineData("catch (Exception ex) { if (!IsTransient(ex)) throw; if (--left == 0) throw; }")]
    [InlineData("catch (Exception) { token.ThrowIfCancellationRequested(); if (--left == 0) throw; }")]
    [InlineData("catch (Exception) { if (token.IsCancellationRequested || --left == 0) throw; }")]
    public Task FailuresToldApart_AreQuiet(string clause) => Verify.VerifyAnalyzerAsync(Loop(clause));

    /// <summary>The last attempt ends in an answer: what that is, other rules judge.</summary>
    [Theory]
    [InlineData("catch (Exception) { if (--left == 0) return \"\"; }")]
    [InlineData("catch (Exception ex) { if (--left == 0) { Console.WriteLine(ex); return ex.Message; } await Task.Delay(1000); }")]
    public Task LastAttemptThatGivesAnAnswer_IsQuiet(string clause) => Verify.VerifyAnalyzerAsync(Loop(clause));

    /// <summary>It gives up by a null or a false that is told: what it repeated before, bugs and refusals among it, is nobody else's.</summary>
    [Theory]
    [InlineData("if (++attempt > 3) { Console.Error.WriteLine(ex); return null!; } await Task.Delay(1000);")]
    [InlineData("attempt++; Console.Error.WriteLine(ex); if (attempt >= max) return null!; await Task.Delay(1000 * attempt, token);")]
    [InlineData("Console.Error.WriteLine(ex); if (attempt++ < max) { await Task.Delay(1000); continue; } return null!;")]
    [InlineData("if (--left == 0) { Console.Error.WriteLine(ex); return default!; }")]
    public Task LastAttemptThatGivesUp_Reports(string body) => Verify.VerifyAnalyzerAsync(Loop($"[|catch|] (Exception ex) {{ {body} }}"));

    [Theory]
    [InlineData("if (ex is not HttpRequestException || ++attempt > 3) { Console.Error.WriteLine(ex); return null!; } await Task.Delay(1000);")]
    [InlineData("if (++attempt > 3) return null!; await Task.Delay(1000);")]
    [InlineData("Console.Error.WriteLine(ex); return null!;")]
    [InlineData("if (++attempt > 3) { Console.Error.WriteLine(ex); return null!; } if (IsTransient(ex)) await Task.Delay(1000); else return null!;")]
    public Task OtherEndWithoutAnAnswer_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Loop($"catch (Exception ex) {{ {body} }}"));

    /// <summary>Nothing is tried again.</summary>
    [Theory]
    [InlineData("catch (Exception ex) when (attempt++ >= max) { throw new InvalidOperationException(\"no orders\", ex); }", "")]
    [InlineData("catch (Exception) when (attempt++ < max) { Console.WriteLine(attempt); }", "return \"\";")]
    [InlineData("catch (Exception) when (attempt++ < max) { throw; }", "")]
    public Task ClauseThatDoesNotRepeat_IsQuiet(string clause, string after) => Verify.VerifyAnalyzerAsync(Loop(clause, after: after));

    [Theory]
    [InlineData("WaitUntilReadyAsync")]
    [InlineData("PollJob")]
    [InlineData("PingAsync")]
    public Task LoopThatWaitsForSomething_IsQuiet(string method) => Verify.VerifyAnalyzerAsync(Loop("catch (Exception) when (left-- > 0) { }", method: method));

    [Theory]
    [InlineData("while (!token.IsCancellationRequested)")]
    [InlineData("for (token.ThrowIfCancellationRequested(); ; token.ThrowIfCancellationRequested())")]
    public Task LoopThatTheCallerEnds_IsQuiet(string head) => Verify.VerifyAnalyzerAsync(Loop("catch (Exception) when (left-- > 0) { }", head, behind: head[0] == 'w' ? "return \"\";" : ""));

    /// <summary>A success goes round too.</summary>
    [Fact]
    public Task WorkerThatGivesUpAfterManyFailures_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task Run()
        {
            var failures = 0;
            while (true)
            {
                try
                {
                    Console.WriteLine(await http.GetStringAsync("jobs/next"));
                    failures = 0;
                }
                catch (Exception)
                {
                    if (++failures > 10)
                        throw;
                }

                await Task.Delay(5000);
            }
        }
        """));

    [Fact]
    public Task StateThatIsAskedForUntilItIsThere_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task<string> Result(string job)
        {
            var failures = 0;
            while (true)
            {
                try
                {
                    var state = await http.GetStringAsync("jobs/" + job);
                    if (state != "running")
                        return state;
                }
                catch (Exception) when (++failures < 5)
                {
                    Console.WriteLine("not yet");
                }

                await Task.Delay(5000);
            }
        }
        """));

    [Fact]
    public Task PageByPage_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task<List<string>> All()
        {
            var all = new List<string>();
            for (var page = 0; ; page++)
            {
                try
                {
                    all.Add(await http.GetStringAsync("orders?page=" + page));
                    return all;
                }
                catch (Exception) when (page < 3)
                {
                    Console.WriteLine("no such page");
                }
            }
        }
        """));

    [Fact]
    public Task FilesAndDatabases_AreQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public Task<string> Get() => http.GetStringAsync("orders");

        public string Read(string path)
        {
            var left = 3;
            while (true)
            {
                try
                {
                    return System.IO.File.ReadAllText(path);
                }
                catch (Exception) when (left-- > 0)
                {
                    Thread.Sleep(100);
                }
            }
        }
        """));

    [Fact]
    public Task ExceptionThatIsKeptForLater_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task<string> Get()
        {
            var failures = new List<Exception>();
            for (var attempt = 0; ; attempt++)
            {
                if (failures.Any(f => f is InvalidOperationException))
                    throw new AggregateException(failures);
                try
                {
                    return await http.GetStringAsync("orders");
                }
                catch (Exception ex) when (attempt < 3)
                {
                    failures.Add(ex);
                }
            }
        }
        """));

    /// <summary>One mistake, one report.</summary>
    [Theory]
    [InlineData("catch (Exception ex) when (attempt++ < max) { Console.WriteLine(ex); }")]
    [InlineData("catch (Exception ex) { Console.WriteLine(ex); if (++attempt == 3) throw; }")]
    public Task ClauseOfTheRetry_IsNotTheOtherRules(string clause) => RuleVerifier<IA4001CatchAllAroundOutboundCall>.VerifyAnalyzerAsync(
        Loop(clause, "for (var i = 0; i < 3; i++)", behind: "throw new InvalidOperationException(\"gave up\");"));
}
