using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Places of libraries that take nothing but a secret: what reaches them is one, from a field that nothing names.</summary>
public sealed class IA3002SinkTests
{
    // As the packages declare them; with those that can be restored the cases are the same.
    private const string Libraries = """

        namespace System.DirectoryServices { public class DirectoryEntry { public DirectoryEntry(string? path, string? username, string? password) { } } }
        namespace Microsoft.IdentityModel.Tokens { public class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } } }
        namespace Azure
        {
            public class AzureKeyCredential { public AzureKeyCredential(string key) { } }
            public class AzureSasCredential { public AzureSasCredential(string signature) { } }
            public class AzureNamedKeyCredential { public AzureNamedKeyCredential(string name, string key) { } }
        }
        namespace Azure.Storage { public class StorageSharedKeyCredential { public StorageSharedKeyCredential(string accountName, string accountKey) { } } }
        namespace Azure.Identity
        {
            public class ClientSecretCredential { public ClientSecretCredential(string tenantId, string clientId, string clientSecret) { } }
            public class UsernamePasswordCredential { public UsernamePasswordCredential(string username, string password, string tenantId, string clientId) { } }
        }
        namespace System.ClientModel { public class ApiKeyCredential { public ApiKeyCredential(string key) { } } }
        namespace Amazon.Runtime
        {
            public class BasicAWSCredentials { public BasicAWSCredentials(string accessKey, string secretKey) { } }
            public class SessionAWSCredentials { public SessionAWSCredentials(string awsAccessKeyId, string awsSecretAccessKey, string token) { } }
        }
        namespace Twilio { public class TwilioClient { public static void Init(string username, string password) { } } }
        namespace SendGrid { public class SendGridClient { public SendGridClient(string apiKey, string? host = null) { } } }
        namespace RestSharp { public class HttpBasicAuthenticator { public HttpBasicAuthenticator(string username, string password) { } } }
        namespace Microsoft.Identity.Client
        {
            public class ConfidentialClientApplicationBuilder
            {
                public static ConfidentialClientApplicationBuilder Create(string clientId) => new();
                public ConfidentialClientApplicationBuilder WithClientSecret(string clientSecret) => this;
            }
        }
        namespace MailKit
        {
            public interface IMailService { void Authenticate(string userName, string password); Task AuthenticateAsync(string userName, string password); }
            public abstract class MailService : IMailService
            {
                public virtual void Authenticate(string userName, string password) { }
                public virtual Task AuthenticateAsync(string userName, string password) => Task.CompletedTask;
            }
        }
        namespace MailKit.Net.Smtp { public interface ISmtpClient : IMailService { } public class SmtpClient : MailService, ISmtpClient { } }
        """;

    [Theory]
    [InlineData("_ = new NetworkCredential(\"svc\", Shift);")]
    [InlineData("_ = new NetworkCredential { UserName = \"svc\", Password = Shift };")]
    [InlineData("_ = new Rfc2898DeriveBytes(Shift, salt, 100_000, HashAlgorithmName.SHA256);")]
    [InlineData("_ = Rfc2898DeriveBytes.Pbkdf2(Shift, salt, 100_000, HashAlgorithmName.SHA256, 32);")]
    [InlineData("_ = new PasswordDeriveBytes(Shift, salt);")]
    [InlineData("_ = new PasswordDeriveBytes(Encoding.UTF8.GetBytes(Shift), salt);")]
    [InlineData("_ = new System.Security.Cryptography.X509Certificates.X509Certificate(\"shop.pfx\", Shift);")]
    [InlineData("_ = new System.Security.Cryptography.X509Certificates.X509Certificate2(\"shop.pfx\", Shift);")]
    [InlineData("new System.Security.Cryptography.X509Certificates.X509Certificate2().Import(\"shop.pfx\", Shift, default);")]
    [InlineData("_ = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12(salt, Shift);")]
    [InlineData("_ = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadPkcs12FromFile(\"shop.pfx\", Shift);")]
    [InlineData("_ = new System.DirectoryServices.DirectoryEntry(\"LDAP://shop\", \"svc\", Shift);")]
    [InlineData("_ = new Azure.Identity.UsernamePasswordCredential(\"svc\", Shift, \"tenant\", \"client\");")]
    [InlineData("_ = new RestSharp.Authenticators.HttpBasicAuthenticator(\"svc\", Shift);")]
    [InlineData("_ = new RestSharp.HttpBasicAuthenticator(\"svc\", Shift);")]
    [InlineData("new MailKit.Net.Smtp.SmtpClient().Authenticate(\"svc\", Shift);")]
    [InlineData("new MailKit.Net.Smtp.SmtpClient().AuthenticateAsync(\"svc\", Shift);")]
    [InlineData("MailKit.Net.Smtp.ISmtpClient mail = new MailKit.Net.Smtp.SmtpClient(); mail.Authenticate(\"svc\", Shift);")]
    [InlineData("MailKit.Net.Smtp.ISmtpClient mail = new MailKit.Net.Smtp.SmtpClient(); mail.AuthenticateAsync(\"svc\", Shift);")]
    public Task PasswordForALibrary_Reports(string statement) => Reports("kT9w!Q2vZx7", statement);

    [Theory]
    [InlineData("_ = new AuthenticationHeaderValue(\"Bearer\", Shift);")]
    [InlineData("_ = new Azure.AzureKeyCredential(Shift);")]
    [InlineData("_ = new Azure.AzureSasCredential(Shift);")]
    [InlineData("_ = new Azure.AzureNamedKeyCredential(\"shop\", Shift);")]
    [InlineData("_ = new Azure.Storage.StorageSharedKeyCredential(\"shop\", Shift);")]
    [InlineData("_ = new Azure.Identity.ClientSecretCredential(\"tenant\", \"client\", Shift);")]
    [InlineData("_ = new System.ClientModel.ApiKeyCredential(Shift);")]
    [InlineData("_ = new Amazon.Runtime.BasicAWSCredentials(\"shop\", Shift);")]
    [InlineData("_ = new Amazon.Runtime.SessionAWSCredentials(\"shop\", Shift, \"session\");")]
    [InlineData("Stripe.StripeConfiguration.ApiKey = Shift;")]
    [InlineData("_ = new Stripe.StripeClient(Shift);")]
    [InlineData("Twilio.TwilioClient.Init(\"shop\", Shift);")]
    [InlineData("_ = new SendGrid.SendGridClient(Shift);")]
    [InlineData("_ = new RestSharp.Authenticators.JwtAuthenticator(Shift);")]
    [InlineData("_ = Microsoft.Identity.Client.ConfidentialClientApplicationBuilder.Create(\"client\").WithClientSecret(Shift);")]
    public Task KeyForALibrary_Reports(string statement) => Reports("$b62-40", statement);

    [Theory]
    [InlineData("Aes.Create().Key = Bytes(Shift);")]
    [InlineData("_ = Aes.Create().CreateEncryptor(Bytes(Shift), salt);")]
    [InlineData("_ = Aes.Create().CreateDecryptor(Bytes(Shift), salt);")]
    [InlineData("_ = new AesGcm(Bytes(Shift), 16);")]
    [InlineData("_ = new AesCcm(Bytes(Shift));")]
    [InlineData("_ = new ChaCha20Poly1305(Bytes(Shift));")]
    [InlineData("_ = new HMACSHA256 { Key = Bytes(Shift) };")]
    [InlineData("_ = new HMACSHA1(Bytes(Shift));")]
    [InlineData("_ = new HMACSHA256(Bytes(Shift));")]
    [InlineData("_ = new HMACSHA384(Bytes(Shift));")]
    [InlineData("_ = new HMACSHA512(Bytes(Shift));")]
    [InlineData("_ = new HMACMD5(Bytes(Shift));")]
    [InlineData("_ = HMACSHA1.HashData(Bytes(Shift), salt);")]
    [InlineData("_ = HMACSHA256.HashData(Bytes(Shift), salt);")]
    [InlineData("_ = HMACSHA384.HashData(Bytes(Shift), salt);")]
    [InlineData("_ = HMACSHA512.HashData(Bytes(Shift), salt);")]
    [InlineData("_ = HMACMD5.HashData(Bytes(Shift), salt);")]
    [InlineData("_ = new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(Bytes(Shift));")]
    public Task KeyOfACipherOrASignature_Reports(string statement) => Reports("$hex32", statement.Replace("Bytes(", "Encoding.UTF8.GetBytes("));

    [Fact]
    public Task UserOfALibrary_IsQuiet() => Verify.VerifyAnalyzerAsync(
        IA3002CredentialTests.Member("private static readonly string Shift = \"kT9w!Q2vZx7\";\n\n    object Of() => new NetworkCredential(Shift, \"\");") + Libraries);

    /// <summary>The type stands with what the object is given to.</summary>
    [Theory]
    [InlineData("object Of(System.Net.Http.HttpClient http) => http.DefaultRequestHeaders.Authorization = new(\"Bearer\", Shift);", "$b62-40")]
    [InlineData("object Of(System.Net.Http.HttpRequestMessage request) => request.Headers.ProxyAuthorization = new(\"Bearer\", Shift);", "$b62-40")]
    [InlineData("NetworkCredential Of() => new(\"svc\", Shift);", "kT9w!Q2vZx7")]
    [InlineData("NetworkCredential Of() { var user = \"svc\"; return new(user, Shift); }", "kT9w!Q2vZx7")]
    [InlineData("NetworkCredential Of => new(\"svc\", Shift);", "kT9w!Q2vZx7")]
    [InlineData("NetworkCredential Of { get; } = new(\"svc\", Shift);", "kT9w!Q2vZx7")]
    [InlineData("NetworkCredential _of = new(\"svc\", Shift);", "kT9w!Q2vZx7")]
    public Task CreationWithoutItsType_Reports(string member, string value) => Verify.VerifyAnalyzerAsync(
        IA3002CredentialTests.Member($"private static readonly string Shift = [|\"{value}\"|];\n\n    {member}"));

    [Theory]
    [InlineData("object Of(System.Net.Http.HttpClient http) => http.DefaultRequestHeaders.Authorization = new(Shift, \"\");")]
    [InlineData("System.Uri Of() => new(Shift);")]
    public Task CreationOfSomethingElse_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Member($"private static readonly string Shift = \"$b62-40\";\n\n    {member}"));

    /// <summary>The compiler joins them; the value is at the sum.</summary>
    [Theory]
    [InlineData("private const string Head = [|\"kT9w!Q2\" + Tail|]; object Of() => new NetworkCredential(\"svc\", Head);")]
    [InlineData("object Of() => new NetworkCredential(\"svc\", [|\"kT9w!Q2\" + Tail|]);")]
    [InlineData("object Of() => new NetworkCredential(\"svc\", [|$\"kT9w!Q2{Tail}\"|]);")]
    [InlineData("object Of() => new NetworkCredential(\"svc\", Joined()); static string Joined() => [|\"kT9w!Q2\" + Tail|];")]
    public Task SumOfConstants_Reports(string members) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Member($"private const string Tail = \"vZx7\";\n\n    {members}"));

    [Theory]
    [InlineData("object Of(string user) => new NetworkCredential(\"svc\", \"kT9w!Q2\" + user);")]
    [InlineData("object Of() => new NetworkCredential(\"svc\", \"your-\" + Tail);")]
    public Task SumOfSomethingElse_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Member($"private const string Tail = \"password\";\n\n    {members}"));

    /// <summary>A connection string is read wherever it stands.</summary>
    [Theory]
    [InlineData("Password=")]
    [InlineData("Pwd=")]
    public Task ConnectionStringThatNothingNames_Reports(string name) =>
        Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var shift = [|\"Server=db.acmeship.com;User Id=shop;{name}kT9w!Q2vZx7\"|];"));

    /// <summary>Where it goes does not matter: to a library's connection, a builder, or nowhere.</summary>
    [Theory]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnection(Shift)")]
    [InlineData("new System.Data.Common.DbConnectionStringBuilder { ConnectionString = Shift }")]
    [InlineData("Shift.Length")]
    public Task ConnectionStringThatIsHandedOn_Reports(string use) => Verify.VerifyAnalyzerAsync(
        IA3002CredentialTests.Member($"private static readonly string Shift = [|\"Server=db.acmeship.com;User Id=shop;Password=kT9w!Q2vZx7\"|];\n\n    object Of() => {use};") +
        "\nnamespace Microsoft.Data.SqlClient { public class SqlConnection { public SqlConnection(string connectionString) { } } }\n");

    /// <summary>Workplace-Futurists/DiScribe, RegAudioTest.cs: written with blanks round the equals signs.</summary>
    [Theory]
    [InlineData("Password = kT9w!Q2vZx7", true)]
    [InlineData("Pwd = kT9w!Q2vZx7", true)]
    [InlineData("Password = {0}", false)]
    [InlineData("Password = ; Encrypt = True", false)]
    public Task ConnectionStringWithBlanksThatNothingNames_Reports(string password, bool reports)
    {
        var text = $"\"Server = tcp:db.acmeship.com, 1433; Initial Catalog = shop; User ID = shop; {password}\"";
        return Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var shift = {(reports ? "[|" + text + "|]" : text)};"));
    }

    [Fact]
    public Task ConnectionStringWithBlanksOfThisMachine_IsQuiet() =>
        Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement("var shift = \"User ID = shop; Password = kT9w!Q2vZx7; Host = localhost; Port = 5432\";"));

    private static Task Reports(string value, string statement) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Member(
        $"private static readonly string Shift = [|\"{value}\"|];\n\n    void Of(byte[] salt)\n    {{\n        {statement}\n    }}") + Libraries);
}
