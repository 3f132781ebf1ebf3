using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>What forms ask of the short name of a new partnership.</summary>
public static class SlugRules
{
    /// <summary>A short name that a partnership can have. Whether it is free is for the command to find out.</summary>
    public static void IsAPartnershipsSlug<T>(this IRuleBuilderInitial<T, string?> rule) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Enter a short name for the address, like north-shire")
        .Length(PartnershipSlug.MinLength, Partnership.SlugMaxLength)
        .WithMessage($"Short name must be between {PartnershipSlug.MinLength} and {Partnership.SlugMaxLength} characters")
        .Must(PartnershipSlug.HasItsSigns)
        .WithMessage("Short name must only include lower-case letters, digits and single hyphens, like north-shire")
        .Must(slug => !ReservedSegments.Contains(slug)).WithMessage("The portal uses this word. Enter a different one");
}
