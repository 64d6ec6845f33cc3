using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Timers;

/// <summary>Checks a timer function and makes it ready to be called.</summary>
internal sealed class TimerWiring(SettingNames settings, TimeProvider time, ProblemList problems)
{
    public TimerFunction? Wire(Candidate function, Trigger trigger, TimerTriggerAttribute attribute)
    {
        ShapeChecks.CheckReturnsNothing(function, problems);
        if (trigger.Parameter.ParameterType != typeof(TimerInfo))
        {
            problems.Add(function, $"The trigger's parameter is {TypeNames.Of(trigger.Parameter.ParameterType)}. Take TimerInfo.");
        }

        var method = ParameterPlan.Make(function, trigger, context => context.Input.Value, [], problems);
        var wired = new WiredFunction(function.Name, method, new(function.Name, function.Method, trigger.Parameter, "timerTrigger"));
        if (settings.Resolve(attribute.Schedule, function, problems) is not { } text)
        {
            return null;
        }

        if (TimerSchedule.TryParse(text) is not { } schedule)
        {
            problems.Add(function, $"The schedule \"{text}\" cannot be parsed. Write six fields: second minute hour day month weekday, such as \"0 */5 * * * *\".");
            return null;
        }

        if (!schedule.EverComes(time.GetUtcNow()))
        {
            problems.Add(function, $"The schedule \"{text}\" names a moment that never comes. Correct its day or month.");
        }

        return new(wired, schedule, attribute.RunOnStartup, RetryPlan.Of(function.Method));
    }
}

/// <summary>A function and when it runs.</summary>
internal sealed record TimerFunction(WiredFunction Function, TimerSchedule Schedule, bool RunOnStartup, RetryPlan? Retry);
