using InspectionPortal.Domain.People;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>Decides who needs a second step, from when, and who has to confirm that it is still them.</summary>
public sealed class SecondFactorRules(IOptions<SecondFactorOptions> options, IHostEnvironment environment, TimeProvider time)
{
    /// <summary>How long a proof of identity is good for before an act that asks for it.</summary>
    public static readonly TimeSpan ConfirmationLifetime = TimeSpan.FromMinutes(10);

    private bool RequiredForMembers => options.Value.Required ?? !environment.IsDevelopment();

    private bool RequiredForAdministrators => RequiredForMembers || !environment.IsDevelopment();

    /// <summary>True where this person may not be without a second step.</summary>
    public bool IsRequired(PortalSession person) =>
        (person.IsPlatformAdministrator && RequiredForAdministrators) || (RequiredForMembers && IsAnswerable(person));

    /// <summary>The moment after which this person gets no further without a second step; null where they need none or have one.</summary>
    public DateTimeOffset? Deadline(PortalSession person)
    {
        if (person.SecondFactor.HasFactor || !IsRequired(person))
        {
            return null;
        }

        var since = person.SecondFactor.RequiredSince ?? time.GetUtcNow();
        return person.IsPlatformAdministrator && RequiredForAdministrators ? since : since.AddDays(options.Value.GraceDays);
    }

    /// <summary>True where this person has to set up a second step before anything else.</summary>
    public bool IsOverdue(PortalSession person) => Deadline(person) is { } deadline && deadline <= time.GetUtcNow();

    /// <summary>True where this person has to confirm who they are before an act that asks for it.</summary>
    public bool MustConfirm(PortalSession person)
    {
        var isFresh = person.Proof.ConfirmedAt > time.GetUtcNow() - ConfirmationLifetime;
        return !isFresh && (person.SecondFactor.HasFactor || (options.Value.ConfirmByPassword ?? !environment.IsDevelopment()));
    }

    private static bool IsAnswerable(PortalSession person) =>
        person.IsLinkOfficer
        || person.Memberships.Any(m => m.Roles.Contains(PartnershipRole.PartnershipLead) || m.Roles.Contains(PartnershipRole.ChiefOfficer)
            || m.DelegateFor is not null);
}
