using BenchmarkDotNet.Attributes;
using Hub.Matching;
using Hub.Matching.Names;
using Hub.Testing.People;

namespace Hub.Benchmarks.Micro;

/// <summary>Names and words of names of invented Londoners, one after another; figures are for one of them.</summary>
public class NameBenchmarks
{
    // A power of two, so that going round costs a mask.
    private const int Names = 4_096;
    private const ulong Seed = 42;

    private readonly string[] surnames = new string[Names];
    private readonly NameToken[] words = new NameToken[Names];
    private readonly NameToken[] misspelt = new NameToken[Names];
    private readonly List<string> split = [];
    private int next;

    [GlobalSetup]
    public void MakeNames()
    {
        var people = new PeopleGenerator(Seed, new ReportOptions().Only(ErrorKind.SurnameTypo, ErrorKind.SurnameByEar));
        var place = 0;
        foreach (var person in people.Register(Names))
        {
            surnames[place] = person.Names[0].Surname;
            words[place] = Word(surnames[place]);
            misspelt[place++] = Word(people.Report(person, errors: 1).Names[0].Surname);
        }
    }

    [Benchmark(Description = "NameText.Normalise")]
    public string Normalise() => NameText.Normalise(surnames[Next()]);

    [Benchmark(Description = "NameWords.Split")]
    public int Split()
    {
        split.Clear();
        NameWords.Split(surnames[Next()], NameRole.Surname, split);
        return split.Count;
    }

    [Benchmark(Description = "NameToken.Of")]
    public NameToken Token() => NameToken.Of(words[Next()].Text);

    [Benchmark(Description = "TokenLikeness.Compare, misspelt")]
    public TokenLevel Alike() => TokenLikeness.Compare(words[Next()], misspelt[next]);

    [Benchmark(Description = "TokenLikeness.Compare, any two")]
    public TokenLevel AnyTwo() => TokenLikeness.Compare(words[Next()], words[(next * 31) & (Names - 1)]);

    private int Next() => next = (next + 1) & (Names - 1);

    private static NameToken Word(string surname)
    {
        var found = new List<string>();
        NameWords.Split(surname, NameRole.Surname, found);
        return NameToken.Of(found.Count > 0 ? found[0] : surname);
    }
}
