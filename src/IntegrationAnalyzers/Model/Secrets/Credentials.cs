using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// The credentials of one file: by the name the code gives a value, by the value's own text, by the typed place it reaches.
/// One candidate a value, at its literal; values that are a provider's token by their format are left out.
/// </summary>
internal sealed class Credentials
{
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly SyntaxNode _root;
    private readonly HashSet<SyntaxNode> _taken = new();
    private readonly List<SecretCandidate> _found = new();

    private Credentials(SemanticModel model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
        _root = model.SyntaxTree.GetRoot(cancellationToken);
    }

    public static ImmutableArray<SecretCandidate> In(SemanticModel model, SecretOrigins origins, CancellationToken cancellationToken)
    {
        var scan = SecretScan.Of(model.SyntaxTree, cancellationToken);
        var reaching = origins.In(model.SyntaxTree, cancellationToken);
        if (scan.Tokens.Length + scan.Literals.Length + reaching.Length == 0)
            return ImmutableArray<SecretCandidate>.Empty;
        return origins.Credentials.TryGetValue(model.SyntaxTree, out var known) ? known : origins.Credentials.GetOrAdd(model.SyntaxTree, Read(model, scan, origins, reaching, cancellationToken));
    }

    private static ImmutableArray<SecretCandidate> Read(SemanticModel model, SecretScan scan, SecretOrigins origins, ImmutableArray<SecretOrigin> reaching, CancellationToken cancellationToken)
    {
        var reader = new Credentials(model, cancellationToken);
        reader.ReadFormats(origins.Joined);
        foreach (var position in scan.Literals)
            reader.ReadLiteral(position);
        foreach (var origin in reaching)
            reader.ReadOrigin(origin);
        reader._found.RemoveAll(static candidate => KeyPairs.IsPublicHalf(candidate) || FillerValues.Has(candidate));
        reader._found.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return reader._found.ToImmutableArray();
    }

    /// <summary>Formats that are known by their use are credentials; what is a provider's token, public or a test key is nobody's here.</summary>
    private void ReadFormats(JoinedTokens joined)
    {
        foreach (var candidate in ProviderTokens.In(_model.SyntaxTree, _cancellationToken))
        {
            if (candidate.ChecksumFailed || candidate.Format!.Severity is TokenSeverity.Id)
                continue;

            _taken.Add(candidate.Node);
            if (candidate.Format.IsCredential && candidate.Format.Severity >= TokenSeverity.Low)
                _found.Add(candidate with { Name = candidate.Name.Length > 0 ? candidate.Name : candidate.Format.Name });
        }

        foreach (var candidate in joined.In(_model.SyntaxTree, _cancellationToken))
        {
            if (!candidate.ChecksumFailed)
                _taken.UnionWith(candidate.Node.DescendantNodesAndSelf());
        }
    }

    private void ReadLiteral(int position)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (LiteralText.At(_root, position) is not { } text || _taken.Contains(text.Node) || _taken.Contains(text.Whole))
            return;
        if (text.Offset > 0)
        {
            // "user" + ":" + "password"
            if (BasicPair.PasswordAt(text.Whole, text.Value, _model, _cancellationToken) is { } inner && inner >= text.Offset && inner < text.Offset + text.Length)
                Add(text.Node, text.Own, inner - text.Offset, text.Offset + text.Length - inner, "Basic password", null);
            return;
        }

        var isPart = text.Whole is InterpolatedStringTextSyntax || text.Whole.Parent.IsKind(SyntaxKind.AddExpression);
        if (EmbeddedSecret.In(text.Value, !isPart || EndsString(text.Whole), around: isPart && SplitConnection.MayBe(text.Value) ? SplitConnection.Of(text.Whole, _model, _cancellationToken) : null) is { } embedded)
        {
            Add(text.Whole, text.Value, embedded.Start, embedded.Length, embedded.Name, null);
            return;
        }

        if ((!isPart || EndsString(text.Whole)) && BasicPair.PasswordAt(text.Whole, text.Value, _model, _cancellationToken) is { } start)
        {
            Add(text.Whole, text.Value, start, text.Value.Length - start, "Basic password", null);
            return;
        }

        if (NameCarrier.Of(text.Whole) is { } carrier && !(carrier.Kind == CarrierKind.Key && IsBesideSecret(text.Whole, carrier.Name)) && Judge(carrier.Name, text, isPart || carrier.Kind == CarrierKind.LooseReturn))
            return;
        if (!isPart && TupleElement(text.Whole) is { } element && Judge(element, text, mustBeDrawn: false))
            return;
        if (!isPart && BoundParameter(text.Whole) is { } parameter)
            ReadArgument(parameter, text);
    }

    private bool Judge(string name, LiteralText text, bool mustBeDrawn)
    {
        var kind = SecretName.Judge(name);
        if (kind == SecretNameKind.None || (mustBeDrawn && !Randomness.IsRandom(text.Value)) ||
            !CredentialJudge.IsCredential(kind, name, text.Value, Surroundings(kind, text.Whole, text.Value), out var format) || RegistryPaths.Is(text.Whole, _cancellationToken))
        {
            return false;
        }

        Add(text.Whole, text.Value, 0, text.Value.Length, name, format);
        return true;
    }

    /// <summary>A bare <c>Key</c> beside an address is the key of what is called there.</summary>
    private static string Surroundings(SecretNameKind kind, SyntaxNode node, string value) =>
        SurroundingNames.Of(node) + (kind == SecretNameKind.Weak && (SurroundingNames.HaveAddress(node) || IsFromRequest(node)) ? "api" : "") + MailProvider(node, value);

    /// <summary>Whether the value is compared with what a request hands over: <c>request.Query["token"]</c>, <c>Headers["token"]</c>.</summary>
    private static bool IsFromRequest(SyntaxNode node) =>
        NameCarrier.ComparedWith(NameCarrier.ValueOf(node)) is ElementAccessExpressionSyntax { Expression: var asked } && NameCarrier.Named(asked, CarrierKind.Key) is { Name: "Query" or "Headers" or "Form" or "QueryString" };

    /// <summary>The code of the type around a password that a mail provider may have made: it names the server, or the user's address.</summary>
    private static string MailProvider(SyntaxNode node, string value) =>
        AppPasswords.Are(value) ? (node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() ?? node.SyntaxTree.GetRoot()).ToString() : "";

    private void ReadArgument(IParameterSymbol parameter, LiteralText text)
    {
        if (SecretSinks.OfParameter(parameter) is { } sink)
            ReadOrigin((ExpressionSyntax)text.Whole, text.Value, sink, NameOf(parameter, text.Whole));
        else
            Judge(parameter.Name, text, mustBeDrawn: false);
    }

    private static string NameOf(IParameterSymbol parameter, SyntaxNode node) =>
        SecretSinks.NameOf(parameter, NameCarrier.ValueOf(node).Parent is ArgumentSyntax { Parent: ArgumentListSyntax list } ? SinkUses.SchemeOf(list) : "");

    /// <summary>The name that the tuple's target gives the element.</summary>
    private string? TupleElement(SyntaxNode node) =>
        NameCarrier.ValueOf(node).Parent is ArgumentSyntax { Parent: TupleExpressionSyntax tuple } argument &&
        _model.GetTypeInfo(tuple, _cancellationToken).ConvertedType is INamedTypeSymbol { IsTupleType: true } type &&
        tuple.Arguments.IndexOf(argument) is var index && index < type.TupleElements.Length
            ? type.TupleElements[index].Name
            : null;

    /// <summary>The parameter that takes the value; binds the call, so it comes after all that needs no binding.</summary>
    private IParameterSymbol? BoundParameter(SyntaxNode node)
    {
        if (NameCarrier.ValueOf(node).Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: { } call } list } argument || call is ElementAccessExpressionSyntax)
            return null;

        var symbol = _model.GetSymbolInfo(call, _cancellationToken).Symbol as IMethodSymbol;
        if (symbol is null || symbol.Parameters.Length == 0)
            return null;
        if (argument.NameColon is { } colon)
        {
            foreach (var parameter in symbol.Parameters)
            {
                if (parameter.Name == colon.Name.Identifier.ValueText)
                    return parameter;
            }

            return null;
        }

        var index = list.Arguments.IndexOf(argument);
        return index < symbol.Parameters.Length ? symbol.Parameters[index] : null;
    }

    /// <summary>
    /// Whether the text before the value is a secret's own place and so no name: <c>Register("login", "password", "a@b.c")</c> against <c>Add("password", "…")</c>.
    /// </summary>
    private bool IsBesideSecret(SyntaxNode node, string name)
    {
        if (SecretName.Judge(name) == SecretNameKind.None || NameCarrier.ValueOf(node).Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list } argument ||
            list.Arguments.IndexOf(argument) is not (> 0 and var index) || _model.GetSymbolInfo(list.Parent!, _cancellationToken).Symbol is not IMethodSymbol method)
        {
            return false;
        }

        return index - 1 < method.Parameters.Length && SecretName.Judge(method.Parameters[index - 1].Name) is not (SecretNameKind.None or SecretNameKind.Weak);
    }

    /// <summary>Literals that stand in the place itself were read by their name and parameter.</summary>
    private void ReadOrigin(SecretOrigin origin)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (origin.Expression is LiteralExpressionSyntax literal)
            ReadOrigin(literal, literal.Token.ValueText, origin.Sink, origin.Label);
        else if (_model.GetConstantValue(origin.Expression, _cancellationToken).Value is string joined)
            ReadOrigin(origin.Expression, joined, origin.Sink, origin.Label);
        else if (origin.Sink == SecretSinkKind.CryptoKey)
            Add(origin.Expression, "", 0, 0, origin.Label, null);
    }

    private void ReadOrigin(ExpressionSyntax origin, string value, SecretSinkKind sink, string label)
    {
        if (origin.Parent.IsKind(SyntaxKind.AddExpression) || _taken.Contains(origin))
            return;

        var name = NameCarrier.Of(origin) is { Kind: not CarrierKind.Key } carrier ? carrier.Name : label;
        switch (sink)
        {
            case SecretSinkKind.CryptoKey:
                if (CredentialJudge.IsCryptoKey(value))
                    Add(origin, value, 0, value.Length, name, null);
                return;
            case SecretSinkKind.Password:
                if (CredentialJudge.IsCredential(SecretNameKind.Password, label, value.Trim(), MailProvider(origin, value), out _) || CredentialJudge.IsPhrase(value))
                    Add(origin, value, 0, value.Length, name, null);
                return;
            default:
                if (CredentialJudge.IsCredential(SecretNameKind.Secret, label, value, "", out var format))
                    Add(origin, value, 0, value.Length, name, format, label);
                return;
        }
    }

    /// <summary>Whether nothing comes behind the text: the last part of an interpolated string, the last summand.</summary>
    private static bool EndsString(SyntaxNode node)
    {
        if (node is InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole })
            return whole.Contents.Last() == node;
        for (; node.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }; node = node.Parent)
        {
            if (node.Parent is BinaryExpressionSyntax sum && sum.Right != node)
                return false;
        }

        return true;
    }

    private void Add(SyntaxNode node, string value, int start, int length, string name, TokenFormat? format, string taker = "")
    {
        if (!UserInfo.IsUsedAsExample(_model.SyntaxTree, value.Substring(start, length), _cancellationToken) && _taken.Add(node))
        {
            var span = ProviderTokens.SpanOf(node, value, start, length);
            _found.Add(new SecretCandidate(node, span, value, start, length, name, format, ChecksumFailed: false, Certainty.Yes) { Taker = taker });
        }
    }
}
