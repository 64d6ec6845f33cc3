using System.Collections.Immutable;
using Hub.Places;

namespace Hub.Cases.Retention;

/// <summary>How long cases are kept after their last change, by what they are: <c>retention.data.json</c>, which the force decides.</summary>
/// <param name="DecidedBy">Who decided and why, in words.</param>
public sealed record RetentionSchedule(string DecidedBy, ImmutableArray<RetentionRule> Kinds)
{
    /// <summary>What the hub is shipped with.</summary>
    public static RetentionSchedule Shipped { get; } = EmbeddedData.Read<RetentionSchedule>("retention.data.json");

    /// <summary>The moment before which a case of this kind must have been changed last for its time to be over; null where it never is, and for a kind nobody decided on.</summary>
    public DateTimeOffset? LastChangeBefore(string kind, DateTimeOffset now) =>
        Kinds.FirstOrDefault(rule => rule.Kind == kind) is { Years: { } years } ? now.AddYears(-years) : null;

    /// <summary>The latest of the moments of all kinds: what was changed after it is kept, whatever it is. Null where everything is kept.</summary>
    public DateTimeOffset? LastChangeBefore(DateTimeOffset now) => Kinds.Max(rule => LastChangeBefore(rule.Kind, now));
}

/// <summary>How long one kind of case is kept.</summary>
/// <param name="Kind">A feed's name, or a record's sort.</param>
/// <param name="Years">Whole years after the last change; null: until a person decides.</param>
/// <param name="Because">Why, in words.</param>
public sealed record RetentionRule(string Kind, int? Years, string Because);
