using PhongTho.Portal.Hosting;

return await CommandLine.RunAsync(args);
