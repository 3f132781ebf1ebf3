using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Opens the link to choose a new password. Opening it spends nothing; null whatever is wrong with it.</summary>
[Requires(Permission.Anyone)]
public sealed class OpenPasswordReset : IQuery<PasswordResetPage>
{
    [DataType(DataType.Password)]
    public string? Token { get; set; }
}

internal sealed class OpenPasswordResetHandler(PasswordResetLinks links) : IRequestHandler<OpenPasswordReset, PasswordResetPage?>
{
    public async Task<PasswordResetPage?> Handle(OpenPasswordReset query, CancellationToken cancellationToken) =>
        await links.FindAsync(query.Token) is { } user ? new PasswordResetPage(user.Email!) : null;
}
