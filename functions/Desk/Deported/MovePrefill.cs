using System.Globalization;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;

namespace Hub.Functions.Desk.Deported;

/// <summary>What the form of a move holds before anybody has written in it: the revision read, and what the case knows already.</summary>
internal static class MovePrefill
{
    public static FormState Of(MoveRule rule, DeportedOffenderCase state, Func<DeportedOffenderCase, CaseFacts> facts)
    {
        var form = FormState.Empty.With("revision", state.Revision.ToString(CultureInfo.InvariantCulture));
        return rule.Name switch
        {
            MoveName.Plan => Plan(form, state, facts(state)),
            MoveName.Meet when MovesMade.Plan(state) is var (plan, _) => form.With("metBy", string.Join('\n', plan.Officers)),
            _ => form,
        };
    }

    private static FormState Plan(FormState form, DeportedOffenderCase state, CaseFacts facts)
    {
        if (MovesMade.Plan(state) is var (plan, _))
        {
            form = form.With("officers", string.Join('\n', plan.Officers)).With("meeting", plan.Meeting);
        }

        if (facts.Arrival?.Lands is { } lands)
        {
            form = form.With("lands.day", Number(lands.Day.Day)).With("lands.month", Number(lands.Day.Month)).With("lands.year", Number(lands.Day.Year));
            form = lands.IsExact ? form.With("lands.time", lands.Earliest.ToString("HH:mm", CultureInfo.InvariantCulture)) : form;
        }

        return form.With("flight", facts.Arrival?.Flight ?? "").With("port", facts.Port?.Name ?? facts.Arrival?.Port ?? "");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
