using Hub.Border.Travel;
using Hub.Desk.Words;

namespace Hub.Functions.Desk.Travel;

/// <summary>Who travels with somebody, as far as a list says.</summary>
internal static class TravelCompany
{
    public static IEnumerable<string> Words(ListedHit hit)
    {
        foreach (var child in hit.Children)
        {
            yield return $"A child, or perhaps one: {child.Name}, born {TravellerWords.Born(child.Born)}";
        }

        if (hit.Companions is > 0)
        {
            yield return $"{Spans.Count(hit.Companions.Value, "other")} on the same booking";
        }

        if (hit.AsCrew)
        {
            yield return "Worked on the flight";
        }
    }
}
