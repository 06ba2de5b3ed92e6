using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Whether a place can run many times while the process lives. What a host runs once (the entry point, constructors, the setting up of services, the start
/// of a worker), what leaves at once when it has run, and what only such code calls, once, cannot.
/// </summary>
internal static class Repetition
{
    private const int MaxDepth = 4;

    public static Certainty Of(IOperation place, SourceIndex source, CancellationToken cancellationToken) => Of(place, 0, source, cancellationToken);

    private static Certainty Of(IOperation place, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        var current = place;
        for (var parent = place.Parent; parent is not null; current = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IForEachLoopOperation each when each.Body == current:
                case IForLoopOperation counted when counted.Body == current:
                case IWhileLoopOperation repeated when repeated.Body == current:
                    return Certainty.Yes;
                case IAnonymousFunctionOperation lambda when RunsForEach(lambda):
                    return Certainty.Yes;
                case IAnonymousFunctionOperation lambda when IsCommand(lambda.Syntax):
                    return Certainty.No;
                case IAnonymousFunctionOperation { Parent: IInvalidOperation }:
                    return Certainty.Unknown; // Handed to a call that does not bind.
                case ILocalFunctionOperation local:
                    return OfMethod(local.Symbol, depth, source, cancellationToken);
            }
        }

        var method = source.Model(place.Syntax.SyntaxTree).GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken);
        while (method is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            method = method.ContainingSymbol;
        return method switch
        {
            IMethodSymbol enclosing => OfMethod(enclosing, depth, source, cancellationToken),
            IPropertySymbol => Certainty.Yes, // The arrow of a property.
            _ => Certainty.Unknown,
        };
    }

    private static Certainty OfMethod(IMethodSymbol method, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return Certainty.Unknown;
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || RunsOnce(method) || OnceGuard.Stands(method, source, cancellationToken))
            return Certainty.No;
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || IsCalledFromOutside(method, source))
            return Certainty.Yes;
        if (IsHandedToUnbound(method, source, cancellationToken))
            return Certainty.Unknown;

        // Called at one place, it runs as often as that place.
        if (OnlyUse(method, source, cancellationToken) is not { } only)
            return Certainty.Yes;
        if (IsCommand(only.Name))
            return Certainty.No;
        return only.Operation(cancellationToken) is IInvocationOperation call ? Of(call, depth + 1, source, cancellationToken) : Certainty.Yes;
    }

    /// <summary>The one place that names the method, or the interface's that it stands behind where none names it itself; null where there are none or several.</summary>
    private static SymbolUse? OnlyUse(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        SymbolUse? only = null;
        foreach (var name in Aliases.WithSelf(method))
        {
            if (source.Uses(name, cancellationToken) is not { } uses || uses.Length > 1 || uses.Length == 1 && only is not null)
                return null;
            if (uses is not [var use])
                continue;
            only = use;
            if (SymbolEqualityComparer.Default.Equals(name, method))
                break;
        }

        return only;
    }

    private static bool RunsOnce(IMethodSymbol method)
    {
        if (method.IsStatic && method.Name is "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName)
            return true;
        foreach (var parameter in method.Parameters)
        {
            if (BoundaryApis.IsComposed(parameter.Type.Name))
                return true;
        }

        if (!BoundaryApis.IsWorkerStart(method.Name))
            return false;
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (BoundaryApis.IsHostedWorker(type.Name))
                return true;
            foreach (var implemented in type.Interfaces)
            {
                if (BoundaryApis.IsHostedWorker(implemented.Name))
                    return true;
            }
        }

        return false;
    }

    private static bool IsCalledFromOutside(IMethodSymbol method, SourceIndex source) =>
        method.MethodKind is not MethodKind.LocalFunction &&
        source.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication) && method.IsVisibleOutside();

    /// <summary>
    /// Whether the method is handed on as a method group to a call or constructor that does not bind (its library is missing): it runs as often as that
    /// likes, which may be once.
    /// </summary>
    private static bool IsHandedToUnbound(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var (name, model) in source.NamesLike(method.OriginalDefinition, cancellationToken))
        {
            ExpressionSyntax group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (group.Parent is not ArgumentSyntax { Parent.Parent: ExpressionSyntax receiver })
                continue;
            var info = model.GetSymbolInfo(name, cancellationToken);
            if (info.Symbol is not null || model.GetSymbolInfo(receiver, cancellationToken).Symbol is not null)
                continue;

            // A name inside nameof is a group that nobody runs.
            if (model.GetOperation(receiver, cancellationToken) is INameOfOperation)
                continue;
            foreach (var candidate in info.CandidateSymbols)
            {
                if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.OriginalDefinition))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the function is what a command of a command line does, and then the process ends. Bound or not: the library may be missing.</summary>
    private static bool IsCommand(SyntaxNode function)
    {
        if (function.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: InvocationExpressionSyntax invocation } argument || argument.Expression.Span != function.Span)
            return false;
        return invocation.Expression is MemberAccessExpressionSyntax access && BoundaryApis.TakesCommand(access.Name.Identifier.ValueText, access.Expression.ToString());
    }

    /// <summary>Whether the lambda is run once an element or once a request: <c>Select(…)</c>, <c>MapGet(path, …)</c>.</summary>
    private static bool RunsForEach(IAnonymousFunctionOperation lambda)
    {
        IOperation value = lambda;
        while (value.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation runner } => BoundaryApis.RunsRepeatedly(runner.TargetMethod.Name),
            IEventAssignmentOperation => true,
            _ => false,
        };
    }
}
