using System.Text;

namespace Hub.Matching.Rules;

/// <summary>The named rules as a Markdown table, in the order in which they are looked at: what the documentation shows.</summary>
public static class RuleTable
{
    public static string Markdown()
    {
        var text = new StringBuilder("| rule | what the officer is told |\n|---|---|\n");
        foreach (var rule in Rule.All)
        {
            text.Append("| ").Append(rule.Name).Append(" | ").Append(rule.Words).Append(" |\n");
        }

        return text.ToString();
    }
}
