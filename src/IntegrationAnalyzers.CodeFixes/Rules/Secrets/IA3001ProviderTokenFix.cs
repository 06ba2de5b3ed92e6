using System.Composition;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Reads the token from configuration in reach, else from an environment variable, at all its places.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA3001ProviderTokenFix)), Shared]
public sealed class IA3001ProviderTokenFix() : SecretCodeFix(IA3001ProviderToken.Id, "Read it from configuration (then rotate it: it stays in history)");
