using System;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>A client's timeout.</summary>
/// <param name="Span">Its length; null where the code does not spell it out.</param>
/// <param name="Origin">The assignment, or the handler that sets it.</param>
/// <param name="Step">The member of the registration; null where the typed client's constructor sets it.</param>
/// <param name="IsConditional">Whether it may be left out.</param>
internal sealed record EffectiveTimeout(TimeSpan? Span, IOperation Origin, RegistrationStep? Step, bool IsConditional);
