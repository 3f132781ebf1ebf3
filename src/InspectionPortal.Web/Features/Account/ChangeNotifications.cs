using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Account;

/// <summary>A person chooses how often they get e-mails about what others did.</summary>
[Requires(Permission.SignedIn)]
public sealed class ChangeNotifications : ICommand<bool>
{
    public NotificationFrequency? Frequency { get; set; }

    /// <summary>For link officers: how often they are told what moved; null leaves it as it is.</summary>
    public DigestFrequency? Digest { get; set; }

    /// <summary>True where the form asks for it.</summary>
    [BindNever]
    public bool IsLinkOfficer { get; set; }
}

internal sealed class ChangeNotificationsValidator : AbstractValidator<ChangeNotifications>
{
    public ChangeNotificationsValidator()
    {
        RuleFor(c => c.Frequency).Must(f => f is { } chosen && Enum.IsDefined(chosen)).WithMessage("Choose how often you want e-mails");
        RuleFor(c => c.Digest).Must(d => d is null || Enum.IsDefined(d.Value)).WithMessage(
            "Choose how often you want to be told what moved");
    }
}

internal sealed class ChangeNotificationsHandler(PortalDbContext database, CurrentSession current)
    : IRequestHandler<ChangeNotifications, Result<bool>>
{
    public async Task<Result<bool>> Handle(ChangeNotifications command, CancellationToken cancellationToken)
    {
        await NotificationChoices.SetAsync(database, current.RequiredPerson.UserId, command.Frequency ?? default, command.Digest,
            cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
