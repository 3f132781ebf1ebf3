using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Identity.Approvers;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.People;

internal abstract class RolesRules<T> : AbstractValidator<T>
    where T : IRolesForm
{
    protected RolesRules(CurrentSession current)
    {
        RuleFor(c => c.Roles).NotEmpty().WithMessage("Choose at least one role");
        RuleFor(c => c.Roles).Must(roles => roles.TrueForAll(Enum.IsDefined)).WithMessage("Choose roles from the list");
        RuleFor(c => c.Roles).Must(roles => !ChiefOfficerRule.IsLeadToo(roles)).WithMessage(ChiefOfficerRule.Message)
            .When(_ => current.Tenant is { Partnership.LeadMayApprove: false });
        RuleFor(c => c.Capacity).MaxLength(Membership.CapacityMaxLength);
        RuleFor(c => c.Capacity).NotEmpty().When(c => c.Roles.Contains(PartnershipRole.ChiefOfficer))
            .WithMessage("Enter the chief officer’s post, like Chief Executive, North Shire Council");
    }
}
