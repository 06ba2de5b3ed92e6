using System.Composition;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Reads the credential from configuration in reach, else from an environment variable, at all its places.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA3002CredentialFix)), Shared]
public sealed class IA3002CredentialFix() : SecretCodeFix(IA3002Credential.Id, "Read it from configuration (then rotate it: it stays in history)");
