using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Secrets.IA3002CredentialTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Values on their way to where they serve.</summary>
public class IA3002FlowTests
{
    [Fact]
    public Task ConstantFlowsToSink_ReportsAtItsDeclaration() => Verify.VerifyAnalyzerAsync(Member("""
        private const string Word = [|"Tr0ub4dor&3"|];
            NetworkCredential First() => new NetworkCredential("svc", Word);
            NetworkCredential Second() => new NetworkCredential("svc", Word);
        """));

    [Theory]
    [InlineData("string data; data = [|\"7e5tc4s3\"|]; _ = new NetworkCredential(\"u\", data);")]
    [InlineData("string data; if (text.Length > 1) data = [|\"7e5tc4s3\"|]; else data = \"\"; _ = new NetworkCredential(\"u\", data);")]
    [InlineData("var data = [|\"23 ~j;asn!@#/>as\"|]; using var aes = Aes.Create(); aes.Key = Encoding.UTF8.GetBytes(data);")]
    [InlineData("using var mac = new HMACSHA256(Encoding.UTF8.GetBytes([|\"this is my signing phrase\"|]));")]
    [InlineData("byte[] k = [|new byte[] { 12, 200, 33, 91, 4, 77, 250, 18, 63, 190, 5, 141, 99, 240, 7, 55 }|]; using var aes = Aes.Create(); aes.Key = k;")]
    public Task ConstantFlow_Reports(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Fact]
    public Task ThroughPrivateHelperAndField_Reports() => Verify.VerifyAnalyzerAsync(Member("""
        private string _word = "";
            private static string Word() => [|"7e5tc4s3"|];
            void Set() { _word = [|"9k2mm4s3"|]; }
            void Use() { _ = new NetworkCredential("u", Word()); Go(_word); }
            private void Go(string data) { _ = new NetworkCredential("u", data); }
        """));

    [Fact]
    public Task ThroughAnotherFile_Reports() => Verify.VerifyAnalyzerAsync(
        ("/0/Values.cs", """
            static class Values
            {
                public const string First = [|"kV7tr29-Lq!x"|];
                public static string Second() => [|"9k2mm4s3"|];
                public static string Third = "";
                public static void Set() { Third = [|"7e5tc4s3"|]; }
            }
            """),
        ("/0/Portal.cs", """
            using System.Net;

            static class Portal
            {
                static NetworkCredential First() => new NetworkCredential("storefront", Values.First);
                static NetworkCredential Second() { var data = Values.Second(); return new NetworkCredential("storefront", data); }
                static NetworkCredential Third() => new NetworkCredential("storefront", Values.Third);
                public static NetworkCredential Take(string data) => new NetworkCredential("storefront", data);
            }
            """),
        ("/0/Caller.cs", """
            static class Caller
            {
                static void Run() { var data = [|"3x9dk2mm4s"|]; Pass(data); Pass(System.Console.ReadLine()!); }
                static void Pass(string data) => Portal.Take(data);
            }
            """));

    [Fact]
    public Task InAUrlAndThenAsAPassword_Reports() => Verify.VerifyAnalyzerAsync(
        ("/0/Door.cs", """
            static class Door
            {
                public const string Data = [|"7e5tc4s3"|];
                public static readonly string Url = "https://api.acme.io/v1?api_key=" + Data;
            }
            """),
        ("/0/Portal.cs", """
            using System.Net;

            static class Portal
            {
                static NetworkCredential Open() => new NetworkCredential("storefront", Door.Data);
            }
            """));

    [Fact]
    public Task KeyUsedElsewhereToo_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Registry
        {
            public Registry? OpenSubKey(string path, bool writable) => null;
        }

        class Outlook
        {
            private const string AccountKey = [|"9375CFF0413111d3B88A00104B2A6676"|];

            public static Registry? Find(Registry profiles) => profiles.OpenSubKey(AccountKey, false);

            public static string Sign(string text) => text + AccountKey;
        }
        """);
}
