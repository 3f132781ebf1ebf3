using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Platform.Accounts;

/// <summary>Switches an account on again. The person signs in as before.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed record EnableAccount(Guid Id) : ICommand<bool>;
