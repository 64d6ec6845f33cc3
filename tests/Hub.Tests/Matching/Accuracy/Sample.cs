using System.Text;
using Hub.Accuracy.Maps;
using Hub.Accuracy.Sets;

namespace Hub.Tests.Matching.Accuracy;

/// <summary>Small files and maps written in a test.</summary>
internal static class Sample
{
    public static LabelledSet Read(string map, params string[] lines) =>
        LabelledSet.Read("people.csv", new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), PersonMap.Parse(map, "map.json"));

    public static LabelledRow Only(string map, params string[] lines) => Assert.Single(Read(map, lines).Rows);
}
