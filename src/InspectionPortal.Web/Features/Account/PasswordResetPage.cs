namespace InspectionPortal.Web.Features.Account;

public sealed record PasswordResetPage(string Email);
