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
}
