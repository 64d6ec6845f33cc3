namespace Hub.Notices;

/// <summary>What notices are about.</summary>
public static class NoticeKind
{
    /// <summary>A child has been arrested (Crime and Disorder Act 1998; PENY).</summary>
    public const string Arrest = "arrest";

    /// <summary>A child below the age of criminal responsibility came to notice in custody.</summary>
    public const string ChildAtRisk = "child-at-risk";

    /// <summary>A child reported missing is in custody.</summary>
    public const string MissingChildLocated = "missing-child-located";

    /// <summary>A child on a care plan has been arrested.</summary>
    public const string CarePlanArrest = "care-plan-arrest";

    /// <summary>The home borough could not be told; a person should find it.</summary>
    public const string ResidenceUnknown = "residence-unknown";

    /// <summary>May be a known person: somebody must look.</summary>
    public const string MatchReview = "match-review";

    /// <summary>The age in the report and on the register lead to different duties: somebody must look.</summary>
    public const string AgeConflict = "age-conflict";

    /// <summary>A notice is not acknowledged yet and soon must be.</summary>
    public const string DeadlineNear = "deadline-near";

    /// <summary>A notice was not acknowledged in time.</summary>
    public const string DeadlineBreached = "deadline-breached";

    /// <summary>A report lies in quarantine before anybody was told of what it reports.</summary>
    public const string ReportHeld = "report-held";

    /// <summary>A dropped manifest could not be screened.</summary>
    public const string ManifestRefused = "manifest-refused";

    /// <summary>A known person is on a flight: what the border liaison is told.</summary>
    public const string BorderHit = "border-hit";

    /// <summary>JBOC reports a match, and the register shows nobody: somebody must find out who it is.</summary>
    public const string MatchUnidentified = "match-unidentified";

    /// <summary>A known person travels as notified, or need not notify.</summary>
    public const string TravelSeen = "travel-seen";

    /// <summary>A known person travels, and whether that had to be notified cannot be told.</summary>
    public const string TravelToCheck = "travel-to-check";

    /// <summary>A registered offender travels otherwise than the law requires to be notified (Sexual Offences Act 2003 s.86, s.91).</summary>
    public const string TravelBreach = "travel-breach-suspected";

    /// <summary>A child travels on the booking of a watched person.</summary>
    public const string ChildTravelling = "child-travelling";

    /// <summary>A suspected breach: the return flight is to be met.</summary>
    public const string Interception = "interception";

    /// <summary>When the return flight of a watched person lands.</summary>
    public const string ReturnFlight = "return-flight";

    /// <summary>An officer has decided that a foreign authority is to be told.</summary>
    public const string ForeignAuthority = "foreign-authority";

    /// <summary>A deported offender is to land: what a police team is told of the case.</summary>
    public const string DeportedOffender = "deported-offender";

    /// <summary>A deported offender's case waits for the senior officer's decision.</summary>
    public const string DecisionNeeded = "decision-needed";

    /// <summary>A deported offender is to be met at a port: what the border liaison, or the port's force, is told.</summary>
    public const string ArrivalToMeet = "arrival-to-meet";

    /// <summary>A deported offender comes to live in London: what probation is told.</summary>
    public const string OffenderReturning = "offender-returning";

    /// <summary>A deported offender of the highest risk has nowhere to live.</summary>
    public const string HousingReferral = "housing-referral";

    /// <summary>A deported offender is referred to multi-agency public protection (Criminal Justice Act 2003 s.325).</summary>
    public const string MappaReferral = "mappa-referral";

    /// <summary>A deported offender lands soon, and something is not done yet.</summary>
    public const string ArrivalNear = "arrival-near";

    /// <summary>A step of a deported offender's case was not made in time.</summary>
    public const string StepOverdue = "step-overdue";

    /// <summary>A deported offender landed and was not met.</summary>
    public const string ArrivalMissed = "arrival-missed";

    /// <summary>Alerts on one person cannot all be right, or one speaks of another that cannot be followed: somebody must look.</summary>
    public const string AlertDisputed = "alert-disputed";

    /// <summary>A notice that the recipient has no longer holds.</summary>
    public const string NoticeWithdrawn = "notice-withdrawn";
}
