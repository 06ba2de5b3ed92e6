using IntegrationAnalyzers.Model.Secrets;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Secrets;

public class SecretNameTests
{
    [Theory]
    [InlineData("FTPHostpassword", "Password")]
    [InlineData("smtppassword", "Password")]
    [InlineData("dbpwd", "Password")]
    [InlineData("userpassword", "Password")]
    [InlineData("webhooksecret", "Secret")]
    [InlineData("clientsecret", "Secret")]
    [InlineData("clientsecret_prod", "Secret")]
    [InlineData("apikey", "Key")]
    [InlineData("masterkey", "Key")]
    [InlineData("secretkey", "Secret")]
    [InlineData("accesstoken", "Token")]
    [InlineData("logintoken", "Token")]
    [InlineData("loginToken", "Token")]
    [InlineData("SignalRKey", "Key")]
    [InlineData("OpenAIKey", "Key")]
    [InlineData("OpenAiKey", "Key")]
    [InlineData("SENDGRID_KEY", "Key")]
    public void NameInOneWord_IsReadAsInTwo(string name, string kind) => Assert.Equal(kind, SecretName.Judge(name).ToString());

    [Theory]
    [InlineData("forgotpassword")]
    [InlineData("resetpassword")]
    [InlineData("nopassword")]
    [InlineData("hotkey")]
    [InlineData("monkey")]
    [InlineData("foreignkey")]
    [InlineData("canceltoken")]
    [InlineData("topsecret")]
    [InlineData("OpenKey")]
    [InlineData("ChapterRKey")]
    public void WordThatOnlyEndsSo_IsNone(string name) => Assert.Equal(SecretNameKind.None, SecretName.Judge(name));
}
