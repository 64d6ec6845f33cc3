namespace Hub.Identity;

/// <summary>Whom the hub serves (DOMAIN §2). A caller acts in exactly one role; its camelCase name is the token's <c>roles</c> claim.</summary>
public enum Role
{
    /// <summary>Youth offending team of one authority.</summary>
    YotOfficer,

    /// <summary>Jigsaw, of one borough or (without a borough) the central team.</summary>
    JigsawOfficer,

    /// <summary>Heathrow's joint border operations.</summary>
    BorderLiaison,

    /// <summary>Public protection desk of one borough.</summary>
    PpdOfficer,

    /// <summary>Sergeant of a public protection desk.</summary>
    PpdSergeant,

    /// <summary>A partner or specialist team named by the <c>agency</c> claim: cait, compass, childrens-services and so on.</summary>
    Agency,

    /// <summary>Supervisor or senior officer, all London.</summary>
    Supervisor,

    /// <summary>Reads the audit trail, changes nothing.</summary>
    Auditor,

    /// <summary>A system that posts reports of one feed.</summary>
    Feed,
}
