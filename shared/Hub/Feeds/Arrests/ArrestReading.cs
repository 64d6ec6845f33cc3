using Hub.Json;
using Hub.Persons;
using Hub.Places;
using Hub.Time;

namespace Hub.Feeds.Arrests;

/// <summary>Reads an arrest notice and says everything that is wrong with it.</summary>
internal static class ArrestReading
{
    private const int MaxOffences = 50;
    private const int MaxRiskFlags = 50;

    public static ArrestNotice Read(JsonFields report, ReadingContext context)
    {
        var arrestedAt = report.RequiredInstant("arrestedAt");
        var arrestedAtIsKnown = report.Errors.Count == 0;
        var subject = report.RequiredObject("subject");
        var notice = new ArrestNotice
        {
            Reference = report.RequiredText("reference", 100),
            CustodyRecord = report.RequiredText("custodyRecord", 50),
            Station = report.RequiredText("station", 100),
            ArrestAuthority = LondonBorough(report, "arrestBorough", context.Authorities),
            ArrestedAt = arrestedAt,
            Subject = PersonReading.Read(subject, context),
            Offences =
            [
                .. report.RequiredObjects("offences", MaxOffences)
                    .Select(o => new Offence(o.OptionalText("code", 20), o.RequiredText("description", 500))),
            ],
            Disposal = report.OptionalText("disposal", 200),
            RiskFlags = report.Texts("riskFlags", MaxRiskFlags, 100),
            AppropriateAdult = report.OptionalText("appropriateAdult", 200),
            ResponsibleAuthority = Authority(report, "responsibleAuthority", context.Authorities),
        };
        if (context.IsToCome(arrestedAt))
        {
            report.Refuse("arrestedAt", "arrest-in-future", "The arrest is in the future; check the date and the offset from UTC.");
        }
        else if (arrestedAtIsKnown)
        {
            RefuseByAge(subject, notice);
        }

        return notice;
    }

    private static void RefuseByAge(JsonFields subject, ArrestNotice notice)
    {
        var day = LondonTime.DateOf(notice.ArrestedAt);
        if (notice.Subject.Born is { } born)
        {
            var byBirth = born.AgeOn(day);
            var age = ArrestAges.AtArrest(born, notice.Subject.StatedAge, notice.ArrestedAt);
            if (byBirth.Oldest < 0)
            {
                subject.Refuse("born", "born-after-arrest", "The date of birth is after the arrest.");
            }
            else if (notice.Subject.StatedAge < byBirth.Youngest - ArrestAges.StatedAgeTolerance || notice.Subject.StatedAge > byBirth.Oldest + ArrestAges.StatedAgeTolerance)
            {
                subject.Refuse("age", "age-contradicts-born", "The age and the date of birth cannot both be right, and different people would be told; send the one you are sure of.");
            }
            else if (ArrestAges.IsAdult(age))
            {
                subject.Refuse("born", "subject-adult", $"By this date of birth the person was {age} on the day of the arrest ({day:yyyy-MM-dd}, London). Arrest notices are for children aged 10 to 17; an adult's is not sent to a youth offending team. If the date of birth is wrong, correct it and send the notice again.");
            }
        }
        else if (notice.Subject.StatedAge >= ArrestAges.Adult)
        {
            subject.Refuse("age", "subject-adult", "The person is stated to be 18 or over. Arrest notices are for children aged 10 to 17; an adult's is not sent to a youth offending team.");
        }
    }

    private static string LondonBorough(JsonFields report, string name, AuthorityDirectory authorities)
    {
        var text = report.RequiredText(name, 100);
        if (text.Length == 0)
        {
            return "";
        }

        if (authorities.TryFind(text, out var authority) && authority.IsLondon)
        {
            return authority.Id;
        }

        report.Refuse(name, "unknown-borough", "Not one of the 32 London boroughs or the City of London.");
        return "";
    }

    private static string? Authority(JsonFields report, string name, AuthorityDirectory authorities)
    {
        if (report.OptionalText(name, 100) is not { } text)
        {
            return null;
        }

        if (authorities.TryFind(text, out var authority))
        {
            return authority.Id;
        }

        report.Refuse(name, "unknown-authority", "Not a local authority in the directory of England and Wales.");
        return null;
    }
}
