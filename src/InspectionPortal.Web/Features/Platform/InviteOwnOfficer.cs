using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Platform;

/// <summary>An administrator of a scrutiny body invites one of its officers.</summary>
[Requires(Permission.AdministerBody)]
[ConfirmIdentity]
public sealed class InviteOwnOfficer : ICommand<bool>
{
    [BindNever]
    public Guid BodyId { get; set; }

    public string? Name { get; set; }
    public string? Email { get; set; }
}

internal sealed class InviteOwnOfficerValidator : AbstractValidator<InviteOwnOfficer>
{
    public InviteOwnOfficerValidator()
    {
        RuleFor(c => c.Name).IsAPersonsName();
        RuleFor(c => c.Email).IsAnEmailAddress();
    }
}
