using System.CommandLine;
using Hub.Benchmarks;

var rate = new Option<int>("--rate") { Description = "Reports posted a second.", DefaultValueFactory = _ => 500 };
var seconds = new Option<int>("--seconds") { Description = "How long.", DefaultValueFactory = _ => 30 };
var nominals = new Option<int>("--nominals") { Description = "Nominals on the register.", DefaultValueFactory = _ => 4_000 };
var flow = new Command("flow", "Post arrest notices at a steady rate to a hub in a process of its own; say how long each took from POST to delivered notice, and what it cost.") { rate, seconds, nominals };
flow.SetAction((parsed, cancel) => FlowBenchmark.RunAsync(parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(nominals), parsed.InvocationConfiguration.Output, cancel));
var starts = new Option<int>("--times") { Description = "How often.", DefaultValueFactory = _ => 10 };
var start = new Command("start", "Time from process start to the first answer of GET /health that is ready.") { starts };
start.SetAction((parsed, cancel) => StartBenchmark.RunAsync(parsed.GetValue(starts), parsed.InvocationConfiguration.Output, cancel));
var callers = new Option<int>("--callers") { Description = "Callers at once.", DefaultValueFactory = _ => 16 };
var rounds = new Option<int>("--rounds") { Description = "What each caller does, so often.", DefaultValueFactory = _ => 500 };
var sqlite = new Command("sqlite", "The SQLite adapters' single operations.") { callers, rounds };
sqlite.SetAction((parsed, _) => SqliteBenchmark.RunAsync(parsed.GetValue(callers), parsed.GetValue(rounds)));
return await new RootCommand("The hub's figures, measured.") { flow, start, sqlite }.Parse(args).InvokeAsync();
