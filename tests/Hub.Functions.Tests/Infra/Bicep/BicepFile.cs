using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.Infra.Bicep;

/// <summary>
/// A Bicep or parameter file with what it refers to. Finds what a typo leaves behind: names nobody declared, declared ones
/// nobody uses, files that are not there, a module's parameters missing or made up, outputs a module does not have. What a
/// resource may hold the compiler knows, which the pipeline asks.
/// </summary>
public sealed partial class BicepFile
{
    private static readonly ImmutableHashSet<string> Functions =
    [
        "cidrSubnet", "concat", "contains", "empty", "environment", "guid", "items", "listKeys", "loadJsonContent", "map",
        "resourceGroup", "resourceId", "subscriptionResourceId", "take", "union", "uniqueString",
    ];

    private readonly ImmutableArray<BicepDeclaration> statements;
    private readonly List<string> problems = [];

    private BicepFile(string path)
    {
        Path = path;
        statements = BicepParser.Read(path);
    }

    public string Path { get; }

    public IEnumerable<BicepDeclaration> Parameters => Of("param");

    public static BicepFile Read(string path) => new(path);

    public IEnumerable<BicepDeclaration> Of(string keyword) => statements.Where(s => s.Keyword == keyword);

    /// <summary>Everything that is wrong, by file and line.</summary>
    public IReadOnlyList<string> Problems()
    {
        problems.Clear();
        var declared = statements.Where(s => s.Name.Length > 0 && s.Keyword != "output").ToList();
        problems.AddRange(declared.GroupBy(s => s.Name).Where(g => g.Count() > 1).Select(g => Says(g.Last().Line, $"{g.Key} is declared twice")));
        if (Of("using").FirstOrDefault() is { } using_)
        {
            CheckParameters(Beside(using_.Type, using_.Line), Parameters.Select(p => p.Name), using_.Line);
        }
        else
        {
            CheckNames([.. declared.Select(s => s.Name)]);
        }

        foreach (var resource in All("resource").Where(r => !TypeAndVersion().IsMatch(r.Type) && r.Type.Contains('.', StringComparison.Ordinal)))
        {
            problems.Add(Says(resource.Line, $"{resource.Type} is no type with a version"));
        }

        foreach (var module in Of("module"))
        {
            var given = (Settled(module.Value!)["params"] as BicepObject)?.Members.Select(m => m.Key.Plain!) ?? [];
            CheckParameters(Beside(module.Type, module.Line), given, module.Line);
        }

        foreach (var load in Expressions().OfType<BicepCall>().Where(c => c.Function == "loadJsonContent"))
        {
            if (Beside(((BicepText)load.Arguments[0]).Plain!, load.Line) is { } json)
            {
                using var readable = JsonDocument.Parse(File.ReadAllText(json));
            }
        }

        return problems;
    }

    /// <summary>Resources, nested ones too.</summary>
    public IEnumerable<BicepDeclaration> All(string keyword) =>
        Of(keyword).Concat(Expressions().OfType<BicepObject>().SelectMany(o => o.Nested).Where(n => n.Keyword == keyword));

    /// <summary>Every expression of the file.</summary>
    public IEnumerable<BicepExpression> Expressions() => statements.Where(s => s.Value is not null).SelectMany(s => s.Value!.Tree);

    /// <summary>The object a declaration comes to, whatever loops and conditions stand before it.</summary>
    public static BicepObject Settled(BicepExpression value) => value switch
    {
        BicepConditional conditional => Settled(conditional.Value),
        BicepLoop loop => Settled(loop.Body),
        _ => (BicepObject)value,
    };

    private void CheckNames(ImmutableHashSet<string> declared)
    {
        var used = new HashSet<string>();
        foreach (var statement in statements.Where(s => s.Value is not null))
        {
            Use(statement.Value!, declared);
        }

        problems.AddRange(statements.Where(s => s.Keyword is "param" or "var" && !used.Contains(s.Name)).Select(s => Says(s.Line, $"{s.Name} is declared and never used")));

        void Use(BicepExpression expression, ImmutableHashSet<string> known)
        {
            switch (expression)
            {
                case BicepName name when !known.Contains(name.Name):
                    problems.Add(Says(name.Line, $"{name.Name} is not declared"));
                    return;
                case BicepName name:
                    used.Add(name.Name);
                    return;
                case BicepCall call when !Functions.Contains(call.Function):
                    problems.Add(Says(call.Line, $"{call.Function} is no function this repository uses"));
                    break;
                case BicepAccess { Target: BicepAccess { Target: BicepName module, Name: "outputs" } } output:
                    CheckOutput(module, output.Name);
                    break;
                case BicepLambda lambda:
                    known = known.Add(lambda.Parameter);
                    break;
                case BicepLoop loop:
                    Use(loop.Collection, known);
                    Use(loop.Body, loop.Index is null ? known.Add(loop.Item) : known.Add(loop.Item).Add(loop.Index));
                    return;
            }

            foreach (var part in expression.Parts)
            {
                Use(part, known);
            }
        }
    }

    private void CheckOutput(BicepName module, string output)
    {
        if (Of("module").FirstOrDefault(m => m.Name == module.Name) is { } called && Beside(called.Type, called.Line) is { } path
            && !BicepParser.Read(path).Any(s => s.Keyword == "output" && s.Name == output))
        {
            problems.Add(Says(module.Line, $"{called.Type} has no output {output}"));
        }
    }

    private void CheckParameters(string? path, IEnumerable<string> given, int line)
    {
        if (path is null)
        {
            return;
        }

        var taken = BicepParser.Read(path).Where(s => s.Keyword == "param").ToList();
        var all = given.ToHashSet();
        var file = System.IO.Path.GetFileName(path);
        problems.AddRange(all.Except(taken.Select(t => t.Name)).Select(p => Says(line, $"{file} takes no parameter {p}")));
        problems.AddRange(taken.Where(t => t.Value is null && !all.Contains(t.Name)).Select(t => Says(line, $"{file} wants the parameter {t.Name}")));
    }

    private string? Beside(string relative, int line)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, relative);
        if (File.Exists(path))
        {
            return path;
        }

        problems.Add(Says(line, $"{relative} is not there"));
        return null;
    }

    private string Says(int line, string words) => $"{System.IO.Path.GetFileName(Path)}({line}): {words}";

    [GeneratedRegex(@"^Microsoft\.[A-Za-z]+(/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}(-preview)?$")]
    private static partial Regex TypeAndVersion();
}
