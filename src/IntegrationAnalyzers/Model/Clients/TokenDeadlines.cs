using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Whether a cancellation token is cancelled by the clock: its source is made with a duration, told to cancel after one, or linked to one
/// that is. A token handed in is as good as what the callers in sight hand in; by itself it is no deadline.
/// </summary>
internal sealed class TokenDeadlines(SourceIndex source)
{
    private const int MaxDepth = 6;

    public Certainty Of(IOperation token, CancellationToken cancellationToken) => new Reading(source, cancellationToken).Of(token, 0);

    private sealed class Reading(SourceIndex source, CancellationToken cancellationToken)
    {
        // What is being read counts for nothing: recursion adds no deadline to a token and takes none from it.
        private readonly Dictionary<ISymbol, Certainty> _known = new(SymbolEqualityComparer.Default);
        private readonly HashSet<ISymbol> _helpers = new(SymbolEqualityComparer.Default);

        public Certainty Of(IOperation token, int depth)
        {
            if (depth > MaxDepth)
                return Certainty.Unknown;

            token = token.Unwrap();
            switch (token)
            {
                case IDefaultValueOperation or ILiteralOperation:
                    return Certainty.No;
                case IPropertyReferenceOperation { Property.Name: "Token", Instance: { } owner } when DeadlineApis.IsTokenSource(owner.Type):
                    return OfSource(owner, depth + 1);
                case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable }:
                    return Of(nullable, depth + 1);
                case ILocalReferenceOperation local:
                    return OfAssigned(local.Local, depth, ofSource: false);
                case IParameterReferenceOperation parameter:
                    return OfParameter(parameter.Parameter, depth);
                case IFieldReferenceOperation { Field: var field } when source.IsSource(field):
                    return OfAssigned(field, depth, ofSource: false);
                case IPropertyReferenceOperation { Property: var property }:
                    return source.IsSource(property) ? OfProperty(property, depth, ofSource: false)
                        : DeadlineApis.MayCarryDeadline(property) ? Certainty.Unknown : Certainty.No;
                case IInvocationOperation invocation:
                    return source.IsSource(invocation.TargetMethod) ? OfReturned(invocation.TargetMethod, depth, ofSource: false) : Certainty.Unknown;
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    return Of(choice.WhenTrue, depth + 1).Or(Of(otherwise, depth + 1));
                case ICoalesceOperation choice:
                    return Of(choice.Value, depth + 1).Or(Of(choice.WhenNull, depth + 1));
                case IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Property.Name: "Token" }, Operation: var owner }:
                    return OfSource(owner, depth + 1);
                default:
                    return Certainty.Unknown;
            }
        }

        /// <summary>Whether the source of tokens cancels by itself.</summary>
        private Certainty OfSource(IOperation owner, int depth)
        {
            if (depth > MaxDepth)
                return Certainty.Unknown;

            owner = owner.Unwrap();
            switch (owner)
            {
                case IObjectCreationOperation creation:
                    foreach (var argument in creation.Arguments)
                    {
                        if (argument.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.IsDuration(argument.Parameter?.Type))
                            return Certainty.Yes;
                    }

                    return DeadlineApis.IsPlainTokenSource(creation.Type) ? Certainty.No : Certainty.Unknown;
                case IInvocationOperation link when DeadlineApis.IsLink(link.TargetMethod):
                    return OfLinked(link, depth);
                case IInvocationOperation made:
                    return source.IsSource(made.TargetMethod) ? OfReturned(made.TargetMethod, depth, ofSource: true) : Certainty.Unknown;
                case ILocalReferenceOperation local:
                    return OfAssigned(local.Local, depth, ofSource: true);
                case IFieldReferenceOperation { Field: var field } when source.IsSource(field):
                    return OfAssigned(field, depth, ofSource: true);
                case IPropertyReferenceOperation { Property: var property } when source.IsSource(property):
                    return OfProperty(property, depth, ofSource: true);
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return CancelsAfter(parameter).Or(OfParameter(parameter, depth));
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    return OfSource(choice.WhenTrue, depth + 1).Or(OfSource(otherwise, depth + 1));
                case ICoalesceOperation choice:
                    return OfSource(choice.Value, depth + 1).Or(OfSource(choice.WhenNull, depth + 1));
                case ILiteralOperation or IDefaultValueOperation:
                    return Certainty.No;
                default:
                    return Certainty.Unknown;
            }
        }

        private Certainty OfLinked(IInvocationOperation link, int depth)
        {
            var found = Certainty.No;
            foreach (var argument in link.Arguments)
            {
                if (argument.Value.Unwrap() is IArrayCreationOperation { Initializer: { } array })
                {
                    foreach (var element in array.ElementValues)
                        found = found.Or(Of(element, depth + 1));
                }
                else
                {
                    found = found.Or(Of(argument.Value, depth + 1));
                }
            }

            return found;
        }

        /// <summary>A variable or member is as good as the best it is ever given.</summary>
        private Certainty OfAssigned(ISymbol symbol, int depth, bool ofSource)
        {
            if (_known.TryGetValue(symbol, out var known))
                return known;
            _known[symbol] = Certainty.No;
            return _known[symbol] = ReadAssigned(symbol, depth, ofSource);
        }

        private Certainty ReadAssigned(ISymbol symbol, int depth, bool ofSource)
        {
            var found = ofSource ? CancelsAfter(symbol) : Certainty.No;
            if (Initializer(symbol) is { } initializer)
                found = found.Or(ofSource ? OfSource(initializer, depth + 1) : Of(initializer, depth + 1));
            if (source.Uses(symbol, cancellationToken) is not { } uses)
                return Certainty.Unknown;
            foreach (var use in uses)
            {
                if (found == Certainty.Yes)
                    break;
                if (use.Operation(cancellationToken) is { Parent: IAssignmentOperation assignment } target && assignment.Target == target)
                    found = found.Or(ofSource ? OfSource(assignment.Value, depth + 1) : Of(assignment.Value, depth + 1));
            }

            return found;
        }

        private Certainty OfProperty(IPropertySymbol property, int depth, bool ofSource)
        {
            if (property.GetMethod is { } getter && source.Body(getter, cancellationToken) is not null)
                return OfReturned(getter, depth, ofSource);
            return OfAssigned(property, depth, ofSource);
        }

        private Certainty OfReturned(IMethodSymbol method, int depth, bool ofSource)
        {
            if (_known.TryGetValue(method.OriginalDefinition, out var known))
                return known;
            _known[method.OriginalDefinition] = Certainty.No;
            return _known[method.OriginalDefinition] = ReadReturned(method, depth, ofSource);
        }

        private Certainty ReadReturned(IMethodSymbol method, int depth, bool ofSource)
        {
            if (source.Implementation(method, cancellationToken) is not { } implementation ||
                source.Body(implementation, cancellationToken) is not { } body)
            {
                return Certainty.Unknown;
            }

            var found = Certainty.No;
            foreach (var operation in body.Tree())
            {
                if (operation is IReturnOperation { ReturnedValue: { } returned })
                    found = found.Or(ofSource ? OfSource(returned, depth + 1) : Of(returned, depth + 1));
            }

            return found;
        }

        /// <summary>What the callers in sight hand in: all must have a deadline.</summary>
        private Certainty OfParameter(IParameterSymbol parameter, int depth)
        {
            if (parameter.ContainingSymbol is not IMethodSymbol method)
                return Certainty.No;
            if (_known.TryGetValue(parameter, out var known))
                return known;
            _known[parameter] = Certainty.Yes;
            return _known[parameter] = ReadParameter(parameter, method, depth);
        }

        private Certainty ReadParameter(IParameterSymbol parameter, IMethodSymbol method, int depth)
        {
            if (method.MethodKind == MethodKind.AnonymousFunction)
                return OfLambda(method, parameter, depth);

            // The client hands its handlers a token that its own timeout cancels.
            if (method is { Name: "SendAsync" or "Send", IsOverride: true } && method.ContainingType.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageHandler"))
                return Certainty.Yes;

            Certainty? all = null;
            foreach (var target in Targets(method))
            {
                if (source.Uses(target, cancellationToken) is not { } uses)
                    return Certainty.Unknown;
                foreach (var use in uses)
                {
                    if (use.Operation(cancellationToken) is not { } operation)
                        continue;
                    var handed = operation is IInvocationOperation call ? Handed(call, parameter.Ordinal) : null;
                    var one = operation is not IInvocationOperation ? OfMethodGroup(operation)
                        : handed is null ? Certainty.No : Of(handed, depth + 1);
                    if (one == Certainty.No)
                        return Certainty.No;
                    all = all is null or Certainty.Yes ? one : all;
                }
            }

            return all ?? Certainty.No;
        }

        /// <summary>The host hands an endpoint's method the token of the request: the caller's patience, no deadline.</summary>
        private static Certainty OfMethodGroup(IOperation group)
        {
            var value = group;
            while (value.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
                value = value.Parent;
            return value.Parent is IArgumentOperation { Parameter: { } taker } && DeadlineApis.IsEndpoint(taker) ? Certainty.No : Certainty.Unknown;
        }

        /// <summary>What runs the lambda says what its token is worth: a pipeline with a timeout, a wrapper of ours, a token handed on.</summary>
        private Certainty OfLambda(IMethodSymbol lambda, IParameterSymbol parameter, int depth)
        {
            if (LambdaTokens.Runner(lambda, source, cancellationToken) is not { } run)
                return Certainty.Unknown;
            if (DeadlineApis.IsEndpoint(run.Parameter))
                return Certainty.No;

            var outer = run.Runner.ArgumentOfType("CancellationToken");
            if (DeadlineApis.IsPipelineExecutor(run.Runner.TargetMethod))
            {
                var pipeline = run.Runner.Receiver() is { } receiver ? PipelineTimeouts.Of(receiver, source, cancellationToken) : Certainty.Unknown;
                return pipeline.Or(outer is null ? Certainty.No : Of(outer, depth + 1));
            }

            if (LambdaTokens.Handed(run.Runner, run.Parameter, parameter.Ordinal, source, cancellationToken) is { } handed)
                return Of(handed, depth + 1);
            if (ClientTypes.NamesTimeout(run.Runner.TargetMethod.Name))
                return Certainty.Yes;
            return outer is null ? Certainty.Unknown : Certainty.Unknown.Or(Of(outer, depth + 1));
        }

        private static IEnumerable<ISymbol> Targets(IMethodSymbol method)
        {
            yield return method;
            foreach (var alias in ClientFallbacks.Aliases(method))
                yield return alias;
        }

        private static IOperation? Handed(IInvocationOperation call, int ordinal)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Ordinal == ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)
                    return argument.Value;
            }

            return null;
        }

        private Certainty CancelsAfter(ISymbol tokenSource)
        {
            if (source.Uses(tokenSource, cancellationToken) is not { } uses)
                return Certainty.Unknown;
            foreach (var use in uses)
            {
                switch (use.Operation(cancellationToken)?.Parent)
                {
                    case IInvocationOperation { TargetMethod.Name: "CancelAfter" }:
                        return Certainty.Yes;
                    case IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.Name: "CancelAfter" } }:
                        return Certainty.Yes;
                    case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var helper } } argument when source.IsSource(helper) && _helpers.Add(helper):
                        if (argument.Parameter is { } parameter && CancelsAfter(helper.OriginalDefinition.Parameters[parameter.Ordinal]) == Certainty.Yes)
                            return Certainty.Yes;
                        break;
                }
            }

            return Certainty.No;
        }

        private IOperation? Initializer(ISymbol symbol)
        {
            foreach (var reference in symbol.DeclaringSyntaxReferences)
            {
                var value = reference.GetSyntax(cancellationToken) switch
                {
                    Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: var v } => v,
                    Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax { Initializer.Value: var v } => v,
                    _ => null,
                };
                if (value is not null)
                    return source.Model(reference.SyntaxTree).GetOperation(value, cancellationToken);
            }

            return null;
        }
    }
}
