namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>What an invitation makes of the person who accepts it.</summary>
public enum InvitationKind
{
    /// <summary>A member of a partnership, with the roles that the invitation names.</summary>
    Member,

    /// <summary>The first partnership lead, invited by the platform administrator.</summary>
    FirstLead,

    /// <summary>A member who is asked to be a chief officer too.</summary>
    ChiefOfficer,

    /// <summary>A link officer of a scrutiny body.</summary>
    LinkOfficer,

    /// <summary>A platform administrator, invited by the verb <c>administrator</c>.</summary>
    Administrator,
}
