namespace PhongTho.Portal.Manager.Account;

/// <summary>The first screen of a new account: how to keep it safe.</summary>
public sealed class WelcomeModel : ManagerPage;
